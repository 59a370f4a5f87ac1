package org.testimony.db;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.Test;

/** The doors of the database module. */
class ArchitectureTest {

  private static final JavaClasses DB =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.testimony.db");

  private static final DescribedPredicate<JavaClass> ROWS =
      DescribedPredicate.describe("rows", c -> c.getSimpleName().endsWith("Row"));

  @Test
  void the_database_sees_no_web() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.testimony.web..",
            "jakarta.faces..",
            "jakarta.ws.rs..",
            "jakarta.servlet..",
            "org.primefaces..")
        .check(DB);
  }

  @Test
  void rows_stay_in_their_package() {
    classes().that(ROWS).should().bePackagePrivate().check(DB);
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .should()
        .haveSimpleNameEndingWith("Row")
        .check(DB);
    fields().that().areDeclaredInClassesThat(ROWS).should().notBePublic().check(DB);
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should(
            new ArchCondition<JavaMethod>("show no row") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean shows =
                    ROWS.test(method.getRawReturnType())
                        || method.getRawParameterTypes().stream().anyMatch(ROWS);
                events.add(
                    new SimpleConditionEvent(
                        method, !shows, method.getFullName() + " shows a row"));
              }
            })
        .check(DB);
  }

  @Test
  void fields_of_rows_are_read_only_by_the_row_itself() {
    fields()
        .that()
        .areDeclaredInClassesThat(ROWS)
        .and()
        .areNotStatic()
        .should()
        .bePrivate()
        .check(DB);
  }

  @Test
  void repositories_need_the_transaction_of_their_caller() {
    classes()
        .that(
            DescribedPredicate.describe(
                "use the entity manager",
                c ->
                    c.getFields().stream()
                        .anyMatch(f -> f.getRawType().isEquivalentTo(EntityManager.class))))
        .should()
        .beAnnotatedWith(
            DescribedPredicate.describe(
                "@Transactional(MANDATORY)",
                a ->
                    a.getRawType().isEquivalentTo(Transactional.class)
                        && a.get("value").map(Object::toString).orElse("").contains("MANDATORY")))
        .check(DB);
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
        .check(DB);
  }
}
