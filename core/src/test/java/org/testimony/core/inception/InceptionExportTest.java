package org.testimony.core.inception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testimony.core.compare.Mark;
import org.testimony.core.text.Span;

/** What an export may hold, and what is refused. */
class InceptionExportTest {

  private static final String ANNA = "annotation/d.txt/anna.json";
  private static final String FINISHED = "d.txt anna FINISHED";

  @TempDir private Path folder = Path.of("");

  private InceptionProject read(Zips zip) throws IOException {
    return read(zip, ExportLimits.STANDARD);
  }

  private InceptionProject read(Zips zip, ExportLimits limits) throws IOException {
    return InceptionExport.read(
        zip.in(folder), InceptionExport.States.FINISHED, limits, sets -> {});
  }

  private void refuses(Zips zip, String message) {
    assertThatThrownBy(() -> read(zip))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining(message);
  }

  private static List<Mark> marks(InceptionProject project) {
    return project.documents().get(0).article().sets().get(0).marks();
  }

  @Test
  void utf_16_offsets_become_code_points() throws IOException {
    String text = "a🌉b𝔘c";
    Zips zip =
        Zips.project(FINISHED)
            .with(ANNA, Zips.json(text, Zips.claim(3, 4, "b"), Zips.claim(4, 6, "u")));
    InceptionProject project = read(zip);
    assertThat(project.documents().get(0).article().length()).isEqualTo(5);
    assertThat(marks(project)).extracting(Mark::span).containsExactly(Span.of(2, 3), Span.of(3, 4));
    assertThat(project.documents().get(0).text().slices(Span.of(3, 4))).containsExactly("𝔘");
  }

  @Test
  void an_offset_inside_a_character_or_outside_the_text_is_refused() {
    refuses(
        Zips.project(FINISHED).with(ANNA, Zips.json("a🌉b", Zips.claim(0, 2, "x"))),
        ANNA + ": UTF-16 offset 2 lies between the halves of one character");
    refuses(
        Zips.project(FINISHED).with(ANNA, Zips.json("ab", Zips.claim(0, 3, "x"))),
        ANNA + ": UTF-16 offset 3 is outside a text of 2 units");
    refuses(
        Zips.project(FINISHED).with(ANNA, Zips.json("ab", Zips.claim(2, 1, "x"))),
        ANNA + ": span [2, 1) ends before it starts");
  }

  @Test
  void annotations_without_characters_are_left_out_and_counted() throws IOException {
    InceptionProject project =
        read(
            Zips.project(FINISHED)
                .with(ANNA, Zips.json("ab", Zips.claim(1, 1, "x"), Zips.claim(0, 1, "y"))));
    assertThat(marks(project)).hasSize(1);
    assertThat(project.empty()).isEqualTo(1);
  }

  @Test
  void features_are_texts_numbers_truth_values_and_arrays_of_them() throws IOException {
    String structures =
        "\"%TYPE\":\"custom.Claim\",\"@sofa\":1,\"begin\":0,\"end\":2,\"sure\":true,\"@tags\":11,"
            + "\"@links\":12,\"label\":null";
    InceptionProject project =
        read(
            Zips.project(FINISHED)
                .with(
                    ANNA,
                    Zips.json(
                        "ab",
                        structures,
                        "\"%TYPE\":\"uima.cas.StringArray\",\"%ELEMENTS\":[\"p\",\"q\"]",
                        "\"%TYPE\":\"uima.cas.FSArray\",\"%ELEMENTS\":[10]")));
    assertThat(marks(project).get(0).features())
        .isEqualTo(Map.of("sure", List.of("true"), "tags", List.of("p", "q")));
  }

  @Test
  void only_members_of_the_initial_view_count() throws IOException {
    String json =
        Zips.json("ab", Zips.claim(0, 1, "x"), Zips.claim(1, 2, "deleted"))
            .replace("[10,11]", "[10]");
    assertThat(marks(read(Zips.project(FINISHED).with(ANNA, json)))).hasSize(1);
  }

  @Test
  void values_of_whole_documents_are_read() throws IOException {
    InceptionProject project =
        read(
            Zips.project(FINISHED)
                .with(ANNA, Zips.json("ab", "\"%TYPE\":\"custom.Topic\",\"value\":\"trade\"")));
    assertThat(project.documents().get(0).values("custom.Topic", "value"))
        .isEqualTo(Map.of("anna", List.of("trade")));
  }

  @Test
  void java_serialisation_is_listed_and_never_read() throws IOException {
    InceptionProject project =
        read(
            Zips.project(FINISHED)
                .with(ANNA, Zips.json("ab"))
                .with("annotation_ser/d.txt/anna.ser", "\u00ac\u00ed no object")
                .with("curation_ser/d.txt/CURATION_USER.ser", "x")
                .with("curation/d.txt/CURATION_USER.json", "not even JSON")
                .with("annotation/d.txt/INITIAL_CAS.json", "not even JSON"));
    assertThat(project.skipped())
        .containsExactly(
            new Skipped("annotation/d.txt/INITIAL_CAS.json", Skipped.Reason.NOBODYS),
            new Skipped("annotation_ser/d.txt/anna.ser", Skipped.Reason.JAVA_SERIALISATION),
            new Skipped("curation/d.txt/CURATION_USER.json", Skipped.Reason.CURATION),
            new Skipped("curation_ser/d.txt/CURATION_USER.ser", Skipped.Reason.JAVA_SERIALISATION));
    refuses(
        Zips.project(FINISHED).with("annotation_ser/d.txt/anna.ser", "x"),
        "the export holds only Java serialisation: choose a secondary format and export again");
  }

  @Test
  void states_decide_what_counts() throws IOException {
    Zips zip =
        Zips.project(FINISHED, "d.txt ben IN_PROGRESS", "d.txt cara IGNORE", "d.txt dora NEW")
            .with(ANNA, Zips.json("ab"))
            .with("annotation/d.txt/ben.json", Zips.json("ab"))
            .with("annotation/d.txt/cara.json", Zips.json("ab"))
            .with("annotation/d.txt/dora.json", Zips.json("ab"))
            .with("annotation/d.txt/emil.json", Zips.json("ab"))
            .with("annotation/d.txt/emil.bin", "x");
    InceptionProject project = read(zip);
    assertThat(project.documents().get(0).article().annotators()).containsExactly("anna");
    assertThat(project.skipped())
        .extracting(Skipped::reason)
        .containsExactlyInAnyOrder(
            Skipped.Reason.UNFINISHED,
            Skipped.Reason.LOCKED,
            Skipped.Reason.UNFINISHED,
            Skipped.Reason.NO_ANNOTATOR,
            Skipped.Reason.UNKNOWN_FORMAT);
    InceptionProject begun =
        InceptionExport.read(
            zip.in(folder), InceptionExport.States.BEGUN, ExportLimits.STANDARD, sets -> {});
    assertThat(begun.documents().get(0).article().annotators()).containsExactly("anna", "ben");
  }

  @Test
  void a_finished_set_that_is_not_in_the_archive_is_named() throws IOException {
    InceptionProject project =
        read(
            Zips.project(FINISHED, "d.txt ben FINISHED", "e.txt ben FINISHED")
                .with(ANNA, Zips.json("ab")));
    assertThat(project.absent()).containsExactly("d.txt: ben", "e.txt: ben");
  }

  @Test
  void nothing_finished_is_said() {
    refuses(
        Zips.project("d.txt anna IN_PROGRESS").with(ANNA, Zips.json("ab")),
        "expected annotations that somebody has finished, found none");
  }

  @Test
  void a_file_belongs_to_the_annotator_whose_name_it_has_whatever_digits_follow() {
    assertThat(
            AnnotatorFiles.owners(
                "f/", Set.of("ben16597439289497888850", "anna"), Set.of("anna", "ben", "cara")))
        .isEqualTo(Map.of("anna", "anna", "ben16597439289497888850", "ben"));
    assertThat(AnnotatorFiles.owners("f/", Set.of("a1", "a1234"), Set.of("a", "a1")))
        .as("who has the exact name has the file, so the other is left to the other")
        .isEqualTo(Map.of("a1", "a1", "a1234", "a"));
    assertThat(AnnotatorFiles.owners("f/", Set.of("anna2x"), Set.of("anna"))).isEmpty();
    assertThatThrownBy(() -> AnnotatorFiles.owners("f/", Set.of("a199"), Set.of("a", "a1")))
        .isInstanceOf(ExportRefused.class)
        .hasMessage("f/a199: expected a file of one annotator, found one that may be of [a, a1]");
    assertThatThrownBy(() -> AnnotatorFiles.owners("f/", Set.of("a1", "a2"), Set.of("a")))
        .isInstanceOf(ExportRefused.class);
  }

  @Test
  void two_texts_of_one_document_are_refused() {
    refuses(
        Zips.project(FINISHED, "d.txt ben FINISHED")
            .with(ANNA, Zips.json("ab"))
            .with("annotation/d.txt/ben.json", Zips.json("ac")),
        "annotation/d.txt/ben.json: the text is not the one that anna has");
  }

  @Test
  void documents_with_equal_texts_are_drawn_together() throws IOException {
    InceptionProject project =
        read(
            Zips.project(FINISHED, "e.txt anna FINISHED")
                .with(ANNA, Zips.json("ab"))
                .with("annotation/e.txt/anna.json", Zips.json("ab")));
    assertThat(project.documents().get(1).article().group()).isEqualTo("d.txt");
  }

  @Test
  void names_that_lead_out_of_the_archive_are_refused() {
    for (String name :
        List.of("../x", "annotation/../../x", "/etc/x", "C:/x", "annotation\\..\\x")) {
      refuses(Zips.project(FINISHED).with(name, "x"), name + ": the name leads out of the archive");
    }
  }

  @Test
  void what_is_no_archive_or_no_project_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.zip"), "PK no zip");
    assertThatThrownBy(
            () ->
                InceptionExport.read(
                    file, InceptionExport.States.FINISHED, ExportLimits.STANDARD, sets -> {}))
        .isInstanceOf(ExportRefused.class)
        .hasMessageStartingWith("is no ZIP archive");
    refuses(new Zips().with("a", "b"), "found no exportedproject.json");
    refuses(
        new Zips().with("exportedproject.json", "{\"layers\":1}"),
        "exportedproject.json: expected a project with layers");
    refuses(
        new Zips().with("exportedproject.json", "{\"layers\":"),
        "exportedproject.json: this is no valid JSON");
  }

  @Test
  void archives_with_too_much_in_them_are_refused() {
    ExportLimits few = new ExportLimits(3, 1000, 10_000, 200);
    Zips zip = Zips.project(FINISHED).with(ANNA, Zips.json("ab")).with("a", "").with("b", "");
    assertThatThrownBy(() -> read(zip, few))
        .isInstanceOf(ExportRefused.class)
        .hasMessage("the archive has 4 entries, more than the 3 that are read");
    Zips large = Zips.project(FINISHED).with(ANNA, Zips.json("a".repeat(2000)));
    assertThatThrownBy(() -> read(large, new ExportLimits(10, 2000, 10_000, 200)))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("the file has more than the");
    assertThatThrownBy(() -> read(large, new ExportLimits(10, 5000, 2500, 200)))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("unpacks to more than the 2500 bytes");
    Zips bomb = Zips.project(FINISHED).with(ANNA, Zips.json("a".repeat(5_000_000)));
    refuses(bomb, ANNA + ": the file unpacks to more than 200 times its size");
  }

  @Test
  void an_archive_in_the_archive_is_limited_too() throws IOException {
    byte[] inner = new Zips().with("anna.json", Zips.json("a".repeat(5_000_000))).bytes();
    refuses(
        Zips.project(FINISHED).with("annotation/d.txt/anna.zip", inner),
        "anna.zip!anna.json: the file unpacks to more than 200 times its size");
  }

  @Test
  void a_file_that_was_damaged_is_refused() throws IOException {
    byte[] bytes = Zips.project(FINISHED).with(ANNA, Zips.json("ab")).bytes();
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = raw.indexOf("PK\u0001\u0002", raw.indexOf("PK\u0001\u0002") + 1);
    bytes[at + 16] ^= 1;
    Path file = Files.write(folder.resolve("damaged.zip"), bytes);
    assertThatThrownBy(
            () ->
                InceptionExport.read(
                    file, InceptionExport.States.FINISHED, ExportLimits.STANDARD, sets -> {}))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("its checksum is wrong");
  }

  @Test
  void a_packed_set_is_found_by_the_name_inside() throws IOException {
    byte[] inner =
        new Zips().with("TypeSystem.xml", "<x/>").with("anna.json", Zips.json("ab")).bytes();
    InceptionProject project =
        read(Zips.project(FINISHED).with("annotation/d.txt/inception-document123.zip", inner));
    assertThat(project.documents().get(0).article().annotators()).containsExactly("anna");
  }

  @Test
  void what_is_no_cas_is_refused_with_its_place() {
    refuses(Zips.project(FINISHED).with(ANNA, "[]"), ANNA + ": expected UIMA CAS JSON");
    refuses(Zips.project(FINISHED).with(ANNA, "{"), ANNA + ": this is no valid JSON");
    refuses(
        Zips.project(FINISHED).with(ANNA, "{\"%FEATURE_STRUCTURES\":[]}"),
        ANNA + ": expected a Sofa with the text of _InitialView");
    refuses(
        Zips.project(FINISHED).with(ANNA, Zips.json("a\\u0000b")), ANNA + ": the text holds NUL");
    refuses(
        Zips.project(FINISHED).with(ANNA, Zips.json("a\\ud83c")),
        ANNA + ": the text holds half a surrogate pair");
  }
}
