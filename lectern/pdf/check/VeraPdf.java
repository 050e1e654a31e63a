import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Judges PDFs by veraPDF's rules for PDF/UA-1. For each file it prints its verdict, then a line for each rule that it breaks; fields stand apart by tabs. */
public class VeraPdf {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files) {
      try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), PDFAFlavour.PDFUA_1)) {
        ValidationResult result = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false).validate(parser);
        print("file", result.isCompliant(), result.getTotalAssertions(), file);
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> messages = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
          if (assertion.getStatus() != TestAssertion.Status.FAILED)
            continue;
          String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
          counts.merge(rule, 1, Integer::sum);
          messages.putIfAbsent(rule, assertion.getMessage());
        }
        for (String rule : counts.keySet())
          print("rule", rule, counts.get(rule), messages.get(rule));
      } catch (Exception error) {
        print("file", false, 0, file);
        print("rule", "unreadable", 1, error.getMessage());
      }
    }
  }

  private static void print(Object... fields) {
    String[] texts = new String[fields.length];
    for (int i = 0; i < fields.length; i += 1)
      texts[i] = String.valueOf(fields[i]).replaceAll("\\s+", " ");
    System.out.println(String.join("\t", texts));
  }
}
