package org.testimony.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.UseCase;

/** The doors of the web module. */
class ArchitectureTest {

  private static final JavaClasses WEB =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.testimony.web");

  private static final DescribedPredicate<JavaClass> REPOSITORIES =
      DescribedPredicate.describe(
          "repositories",
          c ->
              c.getPackageName().startsWith("org.testimony.db.")
                  && c.isAnnotatedWith(Transactional.class));

  private static final DescribedPredicate<JavaClass> VIEWS =
      DescribedPredicate.describe("views", c -> c.getSimpleName().endsWith("View"));

  private static final DescribedPredicate<JavaClass> RESOURCES =
      DescribedPredicate.describe("resources", c -> c.getSimpleName().endsWith("Resource"));

  private static Set<String> slices() {
    Set<String> slices = new TreeSet<>();
    for (JavaClass type : WEB) {
      String rest = type.getPackageName().substring("org.testimony.web".length());
      if (!rest.isEmpty()) {
        int dot = rest.indexOf('.', 1);
        slices.add(rest.substring(1, dot < 0 ? rest.length() : dot));
      }
    }
    return slices;
  }

  @Test
  void a_slice_sees_the_platform_and_no_other_slice() {
    Set<String> slices = slices();
    slices.remove("platform");
    for (String slice : slices) {
      for (String other : slices) {
        if (slice.equals(other) || slice.equals("demo")) {
          continue;
        }
        noClasses()
            .that()
            .resideInAPackage("org.testimony.web." + slice + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.testimony.web." + other + "..")
            .check(WEB);
      }
      noClasses()
          .that()
          .resideInAPackage("org.testimony.web.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.testimony.web." + slice + "..")
          .check(WEB);
    }
  }

  @Test
  void views_and_resources_reach_the_database_only_through_use_cases() {
    noClasses().that(VIEWS).or(RESOURCES).should().dependOnClassesThat(REPOSITORIES).check(WEB);
    noClasses()
        .that(VIEWS)
        .or(RESOURCES)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(EntityManager.class)
        .check(WEB);
    noClasses().that(VIEWS).should().dependOnClassesThat(RESOURCES).check(WEB);
    noClasses().that(RESOURCES).should().dependOnClassesThat(VIEWS).check(WEB);
  }

  @Test
  void every_public_act_of_a_use_case_declares_its_permission_and_takes_the_actor_first() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(UseCase.class)
        .should()
        .beAnnotatedWith(Needs.class)
        .andShould(
            new ArchCondition<>("take the actor first") {
              @Override
              public void check(
                  com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                boolean first =
                    !method.getRawParameterTypes().isEmpty()
                        && method.getRawParameterTypes().get(0).isEquivalentTo(Actor.class);
                events.add(
                    new SimpleConditionEvent(
                        method, first, method.getFullName() + " does not take the actor first"));
              }
            })
        .check(WEB);
  }

  @Test
  void only_pages_see_faces_and_only_resources_see_rest() {
    noClasses()
        .that(DescribedPredicate.not(VIEWS))
        .and()
        .resideOutsideOfPackage("org.testimony.web.platform..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.faces..", "org.primefaces..")
        .check(WEB);
    noClasses()
        .that(DescribedPredicate.not(RESOURCES))
        .and()
        .resideOutsideOfPackage("org.testimony.web.platform..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(WEB);
  }

  @Test
  void only_the_clocks_make_a_clock() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Clocks")
        .should()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                DescribedPredicate.describe(
                    "clocks and times out of nowhere",
                    target ->
                        (target.getOwner().isEquivalentTo(Clock.class)
                                && target.getName().startsWith("system"))
                            || (target.getName().equals("now")
                                && target.getOwner().getPackageName().equals("java.time")))))
        .check(WEB);
  }

  @Test
  void a_view_has_at_most_five_injections() {
    classes()
        .that(VIEWS)
        .and()
        .areTopLevelClasses()
        .should(
            new ArchCondition<>("have at most five injections") {
              @Override
              public void check(JavaClass view, ConditionEvents events) {
                int most =
                    view.getConstructors().stream()
                        .map(JavaConstructor::getRawParameterTypes)
                        .mapToInt(List::size)
                        .max()
                        .orElse(0);
                events.add(
                    new SimpleConditionEvent(
                        view, most <= 5, "%s has %d injections".formatted(view.getName(), most)));
              }
            })
        .check(WEB);
  }

  @Test
  void a_view_has_at_most_250_lines() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path view : files.filter(f -> f.toString().endsWith("View.java")).toList()) {
        Assertions.assertThat(Files.readAllLines(view))
            .as(view.toString())
            .hasSizeLessThanOrEqualTo(250);
      }
    }
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
        .check(WEB);
  }
}
