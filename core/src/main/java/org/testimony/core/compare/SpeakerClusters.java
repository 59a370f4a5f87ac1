package org.testimony.core.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which speaker mentions of one article name the same speaker, over all annotators.
 *
 * <p>Mentions that are linked to one entry of the project's directory belong together. Where a
 * mention is not linked, its place stands in, in two steps, never so that two different entries of
 * the directory meet:
 *
 * <ol>
 *   <li>It joins the mentions of other annotators that it is matched with, best overlap first.
 *   <li>Two mentions of two annotators that neither has matched with another one of the other, that
 *       share characters, and to which the two linked claims that are matched with each other, join
 *       too, one to one, best overlap first: "Ilse Dravik" and "Prime Minister Ilse Dravik" at one
 *       place, given for one claim, are one speaker with different ends. Their ends stay a
 *       disagreement of the spans.
 * </ol>
 *
 * <p>Two unlinked mentions at different places stay apart, even if their words are equal ("he" may
 * be anyone). Known limit of the second step: "a spokesman for Ilse Dravik" and "Ilse Dravik", each
 * the only mention of its annotator there and given for one claim, count as one; links to the
 * directory tell them apart.
 */
public final class SpeakerClusters {

  /** The speaker of a claim in the article's own voice. */
  public static final String AUTHOR = "author";

  private record Key(String annotator, String mark) {}

  private static final class Cluster {
    private final List<Key> members = new ArrayList<>();
    private Optional<String> entry = Optional.empty();
    private String name = "";
  }

  private final ComparisonRules rules;
  private final Map<Key, Cluster> clusterOf = new HashMap<>();
  private final Map<Key, List<String>> speakersOf = new HashMap<>();

  private SpeakerClusters(ComparisonRules rules) {
    this.rules = rules;
  }

  /**
   * Clusters the mentions of an article.
   *
   * @param sets the sets of the article
   * @param mentions the comparisons of all pairs of annotators on the speaker layer
   * @param claims the same on the claim layer
   */
  static SpeakerClusters of(
      List<AnnotatorSet> sets,
      List<PairComparison> mentions,
      List<PairComparison> claims,
      ComparisonRules rules) {
    SpeakerClusters clusters = new SpeakerClusters(rules);
    clusters.byEntry(sets);
    mentions.stream()
        .flatMap(pair -> pair.matched().stream().map(match -> new Candidate(pair, match)))
        .sorted(Candidate.BEST_FIRST)
        .forEach(clusters::join);
    new AnchoredMentions(sets, mentions, claims).bestFirst().forEach(clusters::join);
    sets.forEach(clusters::index);
    return clusters;
  }

  private void byEntry(List<AnnotatorSet> sets) {
    record Mention(AnnotatorSet set, Mark mark) {}
    List<Mention> mentions = new ArrayList<>();
    for (AnnotatorSet set : sets) {
      set.marks(rules.speakerLayer()).forEach(mark -> mentions.add(new Mention(set, mark)));
    }
    mentions.sort(
        Comparator.comparing(Mention::mark, Mark.TEXT_ORDER)
            .thenComparing(mention -> mention.set().annotator()));
    Map<String, Cluster> byEntry = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Mention mention : mentions) {
      Optional<String> entry = mention.mark().values(rules.speakerFeature()).stream().findFirst();
      Cluster cluster =
          entry.map(e -> byEntry.computeIfAbsent(e, x -> new Cluster())).orElseGet(Cluster::new);
      if (cluster.members.isEmpty()) {
        cluster.entry = entry;
        cluster.name = entry.orElseGet(() -> name(mention.mark(), mention.set(), taken));
        taken.add(cluster.name);
      }
      Key key = new Key(mention.set().annotator(), mention.mark().id());
      cluster.members.add(key);
      clusterOf.put(key, cluster);
    }
  }

  /** The place; two unlinked mentions at the very same place keep apart by their annotators. */
  private static String name(Mark mark, AnnotatorSet set, Set<String> taken) {
    String place = mark.span().toString();
    int next = 1;
    String name = place;
    while (taken.contains(name)) {
      name = place + " " + set.annotator() + (next == 1 ? "" : " " + next);
      next++;
    }
    return name;
  }

  private void join(Candidate candidate) {
    Cluster a = cluster(candidate.pair().left(), candidate.match().left().id());
    Cluster b = cluster(candidate.pair().right(), candidate.match().right().id());
    if (a == b || (a.entry.isPresent() && b.entry.isPresent())) {
      return;
    }
    Cluster kept = b.entry.isPresent() ? b : a;
    Cluster gone = kept == a ? b : a;
    kept.members.addAll(gone.members);
    gone.members.forEach(key -> clusterOf.put(key, kept));
  }

  private Cluster cluster(String annotator, String mark) {
    Cluster cluster = clusterOf.get(new Key(annotator, mark));
    if (cluster == null) {
      throw new IllegalArgumentException("%s has no speaker mention %s".formatted(annotator, mark));
    }
    return cluster;
  }

  /** Notes the speakers of each claim of a set. */
  private void index(AnnotatorSet set) {
    Map<String, TreeSet<String>> byClaim = new HashMap<>();
    for (Link link : set.links()) {
      Cluster cluster = clusterOf.get(new Key(set.annotator(), link.speaker()));
      if (cluster != null) {
        byClaim.computeIfAbsent(link.claim(), claim -> new TreeSet<>()).add(cluster.name);
      }
    }
    byClaim.forEach(
        (claim, names) -> speakersOf.put(new Key(set.annotator(), claim), List.copyOf(names)));
  }

  /**
   * The speakers that an annotator gave a claim: names of clusters, or {@link #AUTHOR} for the
   * article's own voice, or nothing where the claim is not linked. Links to marks that are no
   * speaker mentions do not count.
   */
  public List<String> speakers(AnnotatorSet set, Mark claim) {
    List<String> names = speakersOf.getOrDefault(new Key(set.annotator(), claim.id()), List.of());
    return names.isEmpty() && rules.isAuthorial(claim) ? List.of(AUTHOR) : names;
  }
}
