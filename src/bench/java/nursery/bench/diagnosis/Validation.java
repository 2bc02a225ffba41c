package nursery.bench.diagnosis;

/** Programs that no threshold is tuned on: the same mechanisms in other nets, on other data, with other optimizers. */
final class Validation {
    private Validation() {}

    /** All of them. */
    static Suite suite() {
        Suite suite = new Suite("validation");
        ValidationTables.addTo(suite);
        ValidationToys.addTo(suite);
        ValidationDigits.addTo(suite);
        ValidationImages.addTo(suite);
        return suite;
    }
}
