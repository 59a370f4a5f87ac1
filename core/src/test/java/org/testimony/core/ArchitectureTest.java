package org.testimony.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The doors of core. */
class ArchitectureTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.testimony.core");

  /** Left to right: a package may see those before it. */
  private static final List<String> ORDER =
      List.of(
          "text",
          "table",
          "codebook",
          "article",
          "assignment",
          "annotation",
          "claims",
          "compare",
          "agreement",
          "inception",
          "adjudication",
          "release");

  @Test
  void core_sees_only_java_and_a_few_pure_libraries() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.testimony.core..",
            "java..",
            "javax.xml.stream..",
            "org.jspecify..",
            "com.fasterxml.jackson.core..",
            "com.fasterxml.jackson.databind..",
            "org.apache.commons.csv..",
            "org.apache.commons.statistics..",
            "org.ojalgo..",
            "org.jsoup..",
            "opennlp..",
            "com.ibm.icu..")
        .check(CORE);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "java.net.http..", "java.util.logging..")
        .check(CORE);
  }

  @Test
  void a_package_sees_only_those_to_its_left() {
    for (int i = 0; i < ORDER.size(); i++) {
      for (String right : ORDER.subList(i + 1, ORDER.size())) {
        noClasses()
            .that()
            .resideInAPackage("org.testimony.core." + ORDER.get(i) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.testimony.core." + right + "..")
            .allowEmptyShould(true)
            .check(CORE);
      }
    }
  }

  @Test
  void every_package_of_core_has_its_place_in_the_order() {
    classes()
        .should()
        .resideInAnyPackage(
            ORDER.stream().map(p -> "org.testimony.core." + p + "..").toArray(String[]::new))
        .check(CORE);
  }

  @Test
  void packages_form_no_circle() {
    slices().matching("org.testimony.core.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void core_asks_no_clock_no_chance_and_no_environment() {
    noClasses()
        .should()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "clock, chance, environment, console",
                    target ->
                        target.getName().equals("now")
                            || target.getFullName().startsWith("java.lang.Math.random")
                            || target.getFullName().startsWith("java.util.UUID.randomUUID")
                            || target.getFullName().startsWith("java.lang.System.getenv")
                            || target.getFullName().startsWith("java.lang.System.getProperty")
                            || target.getFullName().startsWith("java.lang.System.currentTime"))))
        .check(CORE);
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CORE);
  }

  @Test
  void names_tell_what_a_class_is() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .check(CORE);
  }

  @Test
  void accessors_have_no_get() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("org.testimony.core..")
        .should()
        .haveNameNotMatching("get[A-Z].*")
        .check(CORE);
  }
}
