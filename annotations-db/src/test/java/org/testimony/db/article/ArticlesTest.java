package org.testimony.db.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.article.ArticleId;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Hash;
import org.testimony.db.Database;
import org.testimony.db.article.ArticleSearch.Order;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;

class ArticlesTest {

  @RegisterExtension static final Database DATABASE = new Database();

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  private ProjectId project;

  @BeforeEach
  void make_a_project() {
    project = newProject();
  }

  private static ProjectId newProject() {
    String key = "p" + UUID.randomUUID().toString().substring(0, 8);
    return DATABASE.ask(entities -> new Projects(entities).add(key, "Harrow Strait", NOON));
  }

  @Test
  void keeps_every_character_and_all_that_is_known() {
    String hostile = "\uFEFFa\r\nb\rc\u0085\u2028 e\u0301 \u00E9 👩‍👩‍👧 \u0001 \uFFFF\u202E’";
    ArticleDetails details =
        new ArticleDetails(
            "Tunnel audit “ready in weeks”",
            Optional.of("Meridian Wire"),
            Optional.of("https://meridian.example/a?b=1"),
            Optional.of(LocalDate.of(2026, 3, 13)));
    ArticleId id = add(details, hostile, NOON);
    Article article = DATABASE.ask(entities -> articles(entities).find(project, id)).orElseThrow();
    assertThat(article.details()).isEqualTo(details);
    assertThat(article.length()).isEqualTo(ArticleText.of(hostile).length());
    assertThat(article.sha256()).isEqualTo(Hash.of(hostile).hex());
    assertThat(article.created()).isEqualTo(NOON);
    ArticleText text =
        DATABASE.ask(entities -> articles(entities).text(article.text())).orElseThrow();
    assertThat(text.characters()).isEqualTo(hostile);
  }

  @Test
  void knows_no_article_of_another_project() {
    ArticleId id = add(ArticleDetails.titled("Ferries"), "Ferries", NOON);
    ProjectId other = newProject();
    assertThat(DATABASE.<Optional<Article>>ask(entities -> articles(entities).find(other, id)))
        .isEmpty();
    assertThat(
            DATABASE.<List<Article>>ask(
                entities -> articles(entities).withText(other, Hash.of("Ferries"))))
        .isEmpty();
    assertThat(DATABASE.<Long>ask(entities -> articles(entities).count(other))).isZero();
    boolean changed =
        DATABASE.ask(
            entities -> articles(entities).change(other, id, ArticleDetails.titled("X"), 1));
    assertThat(changed).isFalse();
  }

  @Test
  void finds_articles_by_their_exact_text() {
    ArticleId id = add(ArticleDetails.titled("Tolls"), "Who pays the toll?", NOON);
    assertThat(
            DATABASE.<List<Article>>ask(
                entities -> articles(entities).withText(project, Hash.of("Tolls"))))
        .isEmpty();
    Hash hash = Hash.of("Who pays the toll?");
    assertThat(DATABASE.<List<Article>>ask(entities -> articles(entities).withText(project, hash)))
        .extracting(Article::id)
        .containsExactly(id);
  }

  /** 25 articles, titles repeat so that pages end between equal ones. */
  @ParameterizedTest
  @EnumSource(Order.class)
  void pages_meet_without_gap_or_overlap(Order order) {
    List<ArticleId> added =
        IntStream.range(0, 25)
            .mapToObj(
                i ->
                    add(
                        ArticleDetails.titled(i % 3 == 0 ? "Ærø" : "title " + i % 4),
                        "text " + i,
                        NOON.plusMillis(i)))
            .toList();
    ArticleSearch search = new ArticleSearch("", order);
    List<Article> paged = new ArrayList<>();
    List<Article> page;
    do {
      Optional<Article> after =
          paged.isEmpty() ? Optional.empty() : Optional.of(paged.get(paged.size() - 1));
      page = DATABASE.ask(entities -> articles(entities).page(project, search, after, 4));
      paged.addAll(page);
    } while (page.size() == 4);
    List<Article> whole =
        DATABASE.ask(entities -> articles(entities).page(project, search, Optional.empty(), 1_000));
    assertThat(paged).isEqualTo(whole).extracting(Article::id).hasSameElementsAs(added);
    if (order == Order.OLDEST) {
      assertThat(paged).extracting(Article::id).isEqualTo(added);
    }
    if (order == Order.NEWEST) {
      assertThat(paged.get(0).id()).isEqualTo(added.get(24));
    }
  }

  @Test
  void searches_title_and_outlet_literally_in_any_case() {
    add(ArticleDetails.titled("Cost rises 40% in a year"), "a", NOON);
    add(ArticleDetails.titled("Cost_of the tunnel"), "b", NOON);
    add(titled("Sundet", "The ÆRØ Courier"), "c", NOON);
    assertThat(found("40%")).containsExactly("Cost rises 40% in a year");
    assertThat(found("%")).containsExactly("Cost rises 40% in a year");
    assertThat(found("t_o")).containsExactly("Cost_of the tunnel");
    assertThat(found("!")).isEmpty();
    assertThat(found("ærø")).containsExactly("Sundet");
    assertThat(found(" COST ")).hasSize(2);
    assertThat(found("'); drop table article; --")).isEmpty();
  }

  private List<String> found(String words) {
    ArticleSearch search = new ArticleSearch(words, Order.OLDEST);
    List<String> titles =
        DATABASE
            .ask(entities -> articles(entities).page(project, search, Optional.empty(), 10))
            .stream()
            .map(a -> a.details().title())
            .toList();
    assertThat(DATABASE.<Long>ask(entities -> articles(entities).count(project, search)))
        .isEqualTo(titles.size());
    return titles;
  }

  @Test
  void changes_details_only_of_the_version_one_has_seen() {
    ArticleId id = add(ArticleDetails.titled("Old"), "text", NOON);
    int version = find(id).version();
    assertThat(change(id, titled("New", "Radio Ane"), version)).isTrue();
    assertThat(find(id).details()).isEqualTo(titled("New", "Radio Ane"));
    assertThat(find(id).version()).isGreaterThan(version);
    assertThat(change(id, ArticleDetails.titled("Newer"), version)).isFalse();
    assertThat(find(id).details().title()).isEqualTo("New");
  }

  @Test
  void of_two_changes_at_the_same_moment_one_is_stale() throws Exception {
    ArticleId id = add(ArticleDetails.titled("Old"), "text", NOON);
    int version = find(id).version();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(
            () ->
                DATABASE.ask(
                    entities -> {
                      boolean changed =
                          articles(entities)
                              .change(project, id, ArticleDetails.titled("First"), version);
                      written.countDown();
                      await(second);
                      return changed;
                    }));
    await(written);
    CompletableFuture<Boolean> late =
        CompletableFuture.supplyAsync(
            () -> {
              second.countDown();
              return change(id, ArticleDetails.titled("Second"), version);
            });
    assertThat(first.get(20, TimeUnit.SECONDS)).isTrue();
    assertThat(late.get(20, TimeUnit.SECONDS)).isFalse();
    assertThat(find(id).details().title()).isEqualTo("First");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_text_cannot_be_changed_or_removed() {
    add(ArticleDetails.titled("Fixed"), "text", NOON);
    for (String sql :
        List.of("update text_version set characters = 'x'", "delete from text_version")) {
      assertThatThrownBy(
              () ->
                  DATABASE.inTransaction(
                      entities -> entities.createNativeQuery(sql).executeUpdate()))
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void imports_into_one_project_wait_for_each_other() throws Exception {
    CountDownLatch holds = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () ->
                DATABASE.inTransaction(
                    entities -> {
                      new Projects(entities).serialise(project);
                      holds.countDown();
                      await(release);
                      articles(entities)
                          .add(
                              project,
                              ArticleDetails.titled("A"),
                              ArticleText.of("same"),
                              SOURCE,
                              NOON);
                    }));
    await(holds);
    CompletableFuture<Integer> second =
        CompletableFuture.supplyAsync(
            () ->
                DATABASE.ask(
                    entities -> {
                      release.countDown();
                      new Projects(entities).serialise(project);
                      return articles(entities).withText(project, Hash.of("same")).size();
                    }));
    first.get(20, TimeUnit.SECONDS);
    assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(1);
  }

  private static final TextSource SOURCE =
      new TextSource(
          "a.txt", Hash.of("a").hex(), Optional.empty(), "UTF-8", false, "text", "0", "");

  private static Articles articles(EntityManager entities) {
    return new Articles(entities);
  }

  private static ArticleDetails titled(String title, String outlet) {
    return new ArticleDetails(title, Optional.of(outlet), Optional.empty(), Optional.empty());
  }

  private ArticleId add(ArticleDetails details, String text, Instant now) {
    return DATABASE.ask(
        entities -> articles(entities).add(project, details, ArticleText.of(text), SOURCE, now));
  }

  private Article find(ArticleId id) {
    return DATABASE.ask(entities -> articles(entities).find(project, id)).orElseThrow();
  }

  private boolean change(ArticleId id, ArticleDetails details, int version) {
    return DATABASE.ask(entities -> articles(entities).change(project, id, details, version));
  }
}
