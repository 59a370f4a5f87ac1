package org.testimony.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Gives the repositories their entity manager, one a transaction. */
@ApplicationScoped
public class Persistence {

  @PersistenceContext(unitName = "testimony")
  private EntityManager entityManager;

  /** The entity manager of the transaction at hand. */
  @Produces
  EntityManager entityManager() {
    return entityManager;
  }
}
