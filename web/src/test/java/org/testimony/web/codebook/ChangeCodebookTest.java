package org.testimony.web.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.DefaultCodebook;
import org.testimony.core.codebook.Layer;
import org.testimony.core.codebook.SemanticVersion;
import org.testimony.core.codebook.Target;
import org.testimony.db.Database;
import org.testimony.db.account.Accounts;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.CodebookVersion;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Refused;

/** New versions of a codebook, against a database. */
class ChangeCodebookTest {

  @RegisterExtension static final Database DATABASE = new Database();

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-14T09:26:53Z"), ZoneOffset.UTC);
  private static final Codebook FIRST = DefaultCodebook.newsClaims();

  private final EntityManager entities = DATABASE.entityManagers().createEntityManager();
  private final Codebooks codebooks = new Codebooks(entities);
  private final AuditTrail audit = new AuditTrail(entities, new Accounts(entities));
  private final ChangeCodebook changeCodebook =
      new ChangeCodebook(new Projects(entities), codebooks, audit, CLOCK);

  /** Runs in a transaction that is rolled back, with a project of the default codebook. */
  private void inProject(Consumer<ProjectId> act) {
    entities.getTransaction().begin();
    try {
      ProjectId project =
          new Projects(entities).add("p" + System.nanoTime(), "Harbour", CLOCK.instant());
      codebooks.add(project, FIRST, Actor.SERVICE.account(), CLOCK.instant());
      act.accept(project);
    } finally {
      entities.getTransaction().rollback();
      entities.close();
    }
  }

  private CodebookVersion store(ProjectId project, Codebook document) {
    return changeCodebook.store(Actor.SERVICE, project, document, Optional.empty());
  }

  private static Codebook without(String feature, String label) {
    Layer claim = FIRST.layer("Claim").orElseThrow();
    return FIRST.withLayer(
        claim.withFeature(claim.feature(feature).orElseThrow().withoutLabel(label)));
  }

  @Test
  void the_number_follows_from_the_change() {
    inProject(
        project -> {
          Codebook minor = FIRST.withDescription("Another description.");
          assertThat(store(project, minor).codebook().version()).hasToString("1.1.0");
          Codebook major = without("kind", "VALUE");
          assertThat(store(project, major).codebook().version()).hasToString("2.0.0");
        });
  }

  @Test
  void a_higher_number_of_its_author_stays() {
    inProject(
        project -> {
          Codebook document =
              FIRST
                  .withDescription("Another description.")
                  .withVersion(SemanticVersion.parse("7.2.1"));
          assertThat(store(project, document).codebook().version()).hasToString("7.2.1");
        });
  }

  @Test
  void the_same_content_stores_nothing() {
    inProject(
        project -> {
          long acts = audit.length(project);
          Codebook same = FIRST.withVersion(SemanticVersion.parse("9.0.0"));
          assertThat(store(project, same).codebook()).isEqualTo(FIRST);
          assertThat(codebooks.of(project)).hasSize(1);
          assertThat(audit.length(project)).isEqualTo(acts);
        });
  }

  @Test
  void looking_stores_nothing_and_tells_the_number() {
    inProject(
        project -> {
          ChangeCodebook.Proposal proposal =
              changeCodebook.propose(
                  Actor.SERVICE, project, FIRST.withDescription("Another description."));
          assertThat(proposal.next().version()).hasToString("1.1.0");
          assertThat(proposal.changes()).hasSize(1);
          assertThat(codebooks.of(project)).hasSize(1);
        });
  }

  @Test
  void who_knew_another_version_is_told() {
    inProject(
        project -> {
          store(project, FIRST.withDescription("Second."));
          assertThatThrownBy(
                  () ->
                      changeCodebook.store(
                          Actor.SERVICE,
                          project,
                          FIRST.withDescription("Third."),
                          Optional.of("1.0.0")))
              .isInstanceOf(Refused.Stale.class);
          assertThat(codebooks.of(project)).hasSize(2);
        });
  }

  @Test
  void targets_are_numbered_and_another_sentence_is_major() {
    inProject(
        project -> {
          Target first = target(project, Optional.empty(), "The tunnel is built");
          Target second = target(project, Optional.empty(), "The bridge is closed");
          assertThat(first.id()).isEqualTo("T1");
          assertThat(second.id()).isEqualTo("T2");
          assertThat(codebooks.current(project).codebook().version()).hasToString("1.2.0");
          target(project, Optional.of("T1"), "The tunnel is dug");
          Codebook inForce = codebooks.current(project).codebook();
          assertThat(inForce.version()).hasToString("2.0.0");
          assertThat(inForce.targets()).extracting(Target::id).containsExactly("T1", "T2");
        });
  }

  @Test
  void what_is_wrong_with_a_target_is_told_at_its_field() {
    inProject(
        project -> {
          Refused.Invalid refused =
              catchThrowableOfType(
                  Refused.Invalid.class,
                  () ->
                      changeCodebook.putTarget(
                          Actor.SERVICE, project, Optional.empty(), "a\u202eb", ""));
          assertThat(refused.faults())
              .extracting(Refused.Fault::pointer)
              .containsExactly("/title", "/definition");
        });
  }

  private Target target(ProjectId project, Optional<String> id, String title) {
    return changeCodebook.putTarget(Actor.SERVICE, project, id, title, "What belongs to it.");
  }
}
