package nursery.diagnosis;

/**
 * Something that a diagnosis found in a training.
 *
 * @param name what it is called
 * @param severity how bad it is
 * @param evidence the numbers that show it
 * @param explanation why it happens
 * @param advice what to do, one sentence
 */
public record Finding(String name, Severity severity, String evidence, String explanation, String advice) {}
