package org.testimony.core.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which speaker mentions of one article name the same speaker, over all annotators.
 *
 * <p>Mentions that are linked to one entry of the project's directory belong together. Where a
 * mention is not linked, its place stands in: it joins the mentions of other annotators that it is
 * matched with, best overlap first, but never so that two different entries of the directory meet.
 * Two unlinked mentions at different places stay apart, even if their words are equal ("he" may be
 * anyone); that can lower agreement, never raise it.
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

  private SpeakerClusters(ComparisonRules rules) {
    this.rules = rules;
  }

  /**
   * Clusters the mentions of an article.
   *
   * @param sets the sets of the article
   * @param pairs the comparisons of all pairs of annotators on the speaker layer
   */
  static SpeakerClusters of(
      List<AnnotatorSet> sets, List<PairComparison> pairs, ComparisonRules rules) {
    SpeakerClusters clusters = new SpeakerClusters(rules);
    clusters.byEntry(sets);
    pairs.stream()
        .flatMap(pair -> pair.matched().stream().map(match -> new Candidate(pair, match)))
        .sorted(Candidate.BEST_FIRST)
        .forEach(clusters::join);
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
    for (Mention mention : mentions) {
      Optional<String> entry = mention.mark().values(rules.speakerFeature()).stream().findFirst();
      Cluster cluster =
          entry.map(e -> byEntry.computeIfAbsent(e, x -> new Cluster())).orElseGet(Cluster::new);
      if (cluster.members.isEmpty()) {
        cluster.entry = entry;
        cluster.name = entry.orElse(mention.mark().span().toString());
        disambiguate(cluster, mention.set().annotator(), entry.isPresent());
      }
      Key key = new Key(mention.set().annotator(), mention.mark().id());
      cluster.members.add(key);
      clusterOf.put(key, cluster);
    }
  }

  /** Two unlinked mentions at the very same place keep apart by their annotator's name. */
  private void disambiguate(Cluster cluster, String annotator, boolean linked) {
    if (linked) {
      return;
    }
    String place = cluster.name;
    int next = 1;
    String name = place;
    while (nameIsTaken(name)) {
      name = place + " " + annotator + (next == 1 ? "" : " " + next);
      next++;
    }
    cluster.name = name;
  }

  private boolean nameIsTaken(String name) {
    return clusterOf.values().stream().anyMatch(cluster -> cluster.name.equals(name));
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

  /**
   * The speakers that an annotator gave a claim: names of clusters, or {@link #AUTHOR} for the
   * article's own voice, or nothing where the claim is not linked. Links to marks that are no
   * speaker mentions do not count.
   */
  public List<String> speakers(AnnotatorSet set, Mark claim) {
    TreeSet<String> names = new TreeSet<>();
    for (Link link : set.links()) {
      Cluster cluster = clusterOf.get(new Key(set.annotator(), link.speaker()));
      if (link.claim().equals(claim.id()) && cluster != null) {
        names.add(cluster.name);
      }
    }
    if (names.isEmpty() && rules.isAuthorial(claim)) {
      return List.of(AUTHOR);
    }
    return List.copyOf(names);
  }
}
