import java.io.FileInputStream;
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

/** Checks PDF files against profiles of veraPDF: {@code Validate ua1,3a a.pdf b.pdf}. Exits with 1 when a file breaks a rule, and names the rule. */
public class Validate {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean isCompliant = true;
    for (int index = 1; index < arguments.length; index++) {
      for (String profile : arguments[0].split(",")) {
        isCompliant &= validate(arguments[index], profile);
      }
    }
    System.exit(isCompliant ? 0 : 1);
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
