package org.testimony.web.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.article.ArticleId;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.SemanticVersion;
import org.testimony.core.text.ArticleText;
import org.testimony.db.annotation.AnnotationSets;
import org.testimony.db.annotation.LoggedOperation;
import org.testimony.db.annotation.OperationLog;
import org.testimony.db.article.Article;
import org.testimony.db.article.Articles;
import org.testimony.db.article.TextId;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.assignment.Round;
import org.testimony.db.assignment.Rounds;
import org.testimony.db.project.CodebookVersion;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Refused;

/**
 * Reads the sets that a report is measured on, each as it was first submitted. A fixed number of
 * queries for each block of sets, of which only what is compared is kept.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Submissions {

  private static final int BLOCK = 200;

  private final Projects projects;
  private final Codebooks codebooks;
  private final Rounds rounds;
  private final Assignments assignments;
  private final Articles articles;
  private final AnnotationSets sets;
  private final OperationLog log;
  private final ReaderNames names;

  @Inject
  Submissions(
      Projects projects,
      Codebooks codebooks,
      Rounds rounds,
      Assignments assignments,
      Articles articles,
      AnnotationSets sets,
      OperationLog log,
      ReaderNames names) {
    this.projects = projects;
    this.codebooks = codebooks;
    this.rounds = rounds;
    this.assignments = assignments;
    this.articles = articles;
    this.sets = sets;
    this.log = log;
    this.names = names;
  }

  /**
   * The sets of the rounds of one purpose.
   *
   * @param reader who will see the report
   * @throws Refused.Conflict when the reader has work of their own in the project that is not
   *     submitted: who still labels must not learn how others did
   */
  Evidence read(Actor reader, ProjectId project, Purpose purpose) {
    List<Assignment> all = assignments.of(project);
    refuseWhoStillLabels(reader, all);
    List<CodebookVersion> versions = codebooks.of(project);
    Codebook current = versions.get(0).codebook();
    List<Round> inOrder = rounds.of(project);
    Map<UUID, Round> byId = new HashMap<>();
    inOrder.forEach(round -> byId.put(round.id(), round));
    Map<ArticleId, Article> byArticle = new HashMap<>();
    articles.all(project).forEach(article -> byArticle.put(article.id(), article));
    Selection.Frame frame = new Selection.Frame(byId, byArticle, current.version().major());
    Phase phase = phase(all, frame, purpose);
    Selection selection =
        Selection.of(all, frame, purpose, phase, majors(project, versions, frame));
    ReaderNames.Names people =
        names.of(project, reader, selection.counted().stream().map(Assignment::annotator).toList());
    MeasuredCodebook measured =
        phase == Phase.JUDGE
            ? MeasuredCodebook.of(current).onFixedClaims()
            : MeasuredCodebook.of(current);
    SetConversion conversion = new SetConversion(measured.attribution());
    List<Evidence.Submission> submissions = new ArrayList<>();
    for (int from = 0; from < selection.counted().size(); from += BLOCK) {
      int to = Math.min(selection.counted().size(), from + BLOCK);
      List<Assignment> block = selection.counted().subList(from, to);
      Map<AssignmentId, AnnotationSet> first = firstSubmitted(project, block, versions);
      for (Assignment assignment : block) {
        AnnotationSet set = Optional.ofNullable(first.get(assignment.id())).orElseThrow();
        String annotator = people.pseudonym(assignment.annotator());
        submissions.add(
            Evidence.Submission.of(assignment, annotator, set, conversion, measured.claimLayer()));
      }
    }
    return new Evidence(
        projects.find(project).orElseThrow(),
        current,
        measured,
        purpose,
        purposes(all, frame),
        inOrder,
        byArticle,
        submissions,
        selection.leftOut(),
        people.shown());
  }

  private static void refuseWhoStillLabels(Actor reader, List<Assignment> all) {
    long open =
        all.stream()
            .filter(a -> a.annotator().equals(reader.account()))
            .filter(a -> a.state().isEditable())
            .count();
    if (open > 0) {
      throw new Refused.Conflict("agreement.stillLabelling", open);
    }
  }

  /** Where fixed claims were judged the report is of these, else of what people marked. */
  private static Phase phase(List<Assignment> all, Selection.Frame frame, Purpose purpose) {
    boolean judged =
        all.stream()
            .filter(a -> a.phase() == Phase.JUDGE)
            .filter(a -> frame.round(a).purpose() == purpose)
            .anyMatch(a -> a.state().isComplete());
    return judged ? Phase.JUDGE : Phase.MARK;
  }

  private static Set<Purpose> purposes(List<Assignment> all, Selection.Frame frame) {
    Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
    all.stream()
        .filter(a -> a.state().isComplete())
        .forEach(a -> purposes.add(frame.round(a).purpose()));
    return purposes;
  }

  /** The version that the submission names; of sets that came with a file that of their round. */
  private ToIntFunction<Assignment> majors(
      ProjectId project, List<CodebookVersion> versions, Selection.Frame frame) {
    Map<AssignmentId, LoggedOperation> submitted = log.firstSubmissions(project);
    Map<UUID, Codebook> byId = new HashMap<>();
    versions.forEach(version -> byId.put(version.id(), version.codebook()));
    return assignment -> {
      LoggedOperation submission = submitted.get(assignment.id());
      if (submission != null) {
        return SemanticVersion.parse(submission.operation().codebookVersion()).major();
      }
      UUID ofRound = frame.round(assignment).codebook();
      return Optional.ofNullable(byId.get(ofRound)).orElseThrow().version().major();
    };
  }

  /** The sets as they are, and of those that have changed since what their log says. */
  private Map<AssignmentId, AnnotationSet> firstSubmitted(
      ProjectId project, List<Assignment> counted, List<CodebookVersion> versions) {
    List<Assignment> unchanged = new ArrayList<>();
    List<Assignment> changed = new ArrayList<>();
    for (Assignment assignment : counted) {
      boolean same =
          assignment.firstSubmission().orElse(assignment.revision()) == assignment.revision();
      (same ? unchanged : changed).add(assignment);
    }
    Map<AssignmentId, AnnotationSet> first = new HashMap<>(sets.findAll(project, unchanged));
    if (!changed.isEmpty()) {
      Map<AssignmentId, List<LoggedOperation>> logged = log.beforeFirstSubmission(project, changed);
      Map<TextId, ArticleText> texts =
          articles.texts(changed.stream().map(Assignment::text).toList());
      List<Codebook> oldestFirst =
          versions.stream()
              .sorted(Comparator.comparingInt(CodebookVersion::ordinal))
              .map(CodebookVersion::codebook)
              .toList();
      for (Assignment assignment : changed) {
        ArticleText text = Optional.ofNullable(texts.get(assignment.text())).orElseThrow();
        List<LoggedOperation> operations = logged.getOrDefault(assignment.id(), List.of());
        first.put(
            assignment.id(),
            new Replay(text, oldestFirst, assignment.phase())
                .of(operations.stream().map(LoggedOperation::operation).toList()));
      }
    }
    return first;
  }
}
