import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Checks PDF files against profiles of veraPDF. Each line of the input is a request, its parts separated by tabs: the profiles ({@code ua1,3a}) and the files.
 * Each broken rule is named; a request ends with a line {@code done true} where every file keeps every rule, else {@code done false}. One process serves many
 * requests, since starting it and loading the profiles takes most of the time of a check.
 */
public class Validate {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String request = requests.readLine(); request != null; request = requests.readLine()) {
      String[] parts = request.split("\t");
      boolean isCompliant = parts.length > 1;
      for (int index = 1; index < parts.length; index++) {
        for (String profile : parts[0].split(",")) {
          isCompliant &= validate(parts[index], profile);
        }
      }
      System.out.println("done " + isCompliant);
      System.out.flush();
    }
  }

  private static boolean validate(String file, String profile) throws Exception {
    PDFAFlavour flavour = PDFAFlavour.fromString(profile);
    try (VeraPDFFoundry foundry = Foundries.defaultInstance();
        PDFAParser parser = foundry.createParser(new FileInputStream(file), flavour);
        PDFAValidator validator = foundry.createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println(profile + " compliant=" + result.isCompliant() + " assertions=" + result.getTotalAssertions() + " " + file);
      if (!result.isCompliant()) {
        Map<String, String> failures = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
          if (assertion.getStatus() == TestAssertion.Status.FAILED) {
            String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
            failures.putIfAbsent(rule, assertion.getMessage() + " @ " + assertion.getLocation().getContext());
          }
        }
        failures.forEach((rule, message) -> System.out.println("  FAILED " + rule + " " + message));
      }
      return result.isCompliant();
    }
  }
}
