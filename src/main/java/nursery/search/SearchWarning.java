package nursery.search;

/**
 * Something about a search that its best value does not tell.
 *
 * @param id from the catalogue of diagnoses, D68 to D72
 * @param name what it is called
 * @param evidence the numbers that show it
 * @param advice what to do, one sentence
 */
public record SearchWarning(String id, String name, String evidence, String advice) {

    @Override
    public String toString() {
        return name + ": " + evidence + ". " + advice;
    }
}
