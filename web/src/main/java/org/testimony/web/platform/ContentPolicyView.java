package org.testimony.web.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.primefaces.context.PrimeFacesContext;

/**
 * The random word by which the content policy of a page knows the page's scripts. PrimeFaces wants
 * it back with each form; its script adds it, and a page without that script writes it itself.
 */
@Named("contentPolicy")
@RequestScoped
public class ContentPolicyView {

  /** The word of the page at hand. */
  public String getNonce() {
    return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
  }
}
