package org.testimony.core.inception;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives made for one test. */
final class Zips {

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** A project with a span layer, a layer on the whole document and these states. */
  static Zips project(String... documentUserState) {
    StringBuilder states = new StringBuilder();
    for (String one : documentUserState) {
      String[] parts = one.split(" ", -1);
      states
          .append(states.isEmpty() ? "" : ",")
          .append(
              "{\"name\":\"%s\",\"user\":\"%s\",\"state\":\"%s\"}"
                  .formatted(parts[0], parts[1], parts[2]));
    }
    return new Zips()
        .with(
            "exportedproject.json",
            """
            {"name":"p","layers":[
              {"name":"custom.Claim","uiName":"Claim","type":"span","enabled":true,"features":[
                {"name":"label","uiName":"Kind","type":"uima.cas.String"},
                {"name":"tags","uiName":"Tags","type":"uima.cas.StringArray"},
                {"name":"sure","uiName":"Sure","type":"uima.cas.Boolean"},
                {"name":"links","uiName":"Links","type":"custom.Other"}]},
              {"name":"custom.Topic","uiName":"Topic","type":"document-metadata","enabled":true,
               "features":[{"name":"value","uiName":"Value","type":"uima.cas.String"}]},
              {"name":"custom.Rel","uiName":"Rel","type":"relation","enabled":true,"features":[]}],
             "annotation_documents":[%s]}
            """
                .formatted(states));
  }

  Zips with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Zips with(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  /** A JSON CAS with a text and the fields of one claim. */
  static String json(String text, String... structures) {
    StringBuilder all = new StringBuilder();
    StringBuilder members = new StringBuilder();
    int id = 10;
    for (String structure : structures) {
      all.append(",{\"%ID\":").append(id).append(',').append(structure).append('}');
      members.append(members.isEmpty() ? "" : ",").append(id);
      id++;
    }
    return """
        {"%%TYPES":{},"%%FEATURE_STRUCTURES":[
        {"%%ID":1,"%%TYPE":"uima.cas.Sofa","sofaID":"_InitialView","sofaString":"%s"}%s],
        "%%VIEWS":{"_InitialView":{"%%SOFA":1,"%%MEMBERS":[%s]}}}
        """
        .formatted(text, all, members);
  }

  static String claim(int begin, int end, String label) {
    return "\"%%TYPE\":\"custom.Claim\",\"@sofa\":1,\"begin\":%d,\"end\":%d,\"label\":\"%s\""
        .formatted(begin, end, label);
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  Path in(Path folder) throws IOException {
    return Files.write(folder.resolve("export.zip"), bytes());
  }
}
