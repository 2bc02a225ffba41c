package nursery.search;

import nursery.data.Split;

/**
 * What a search is about: data, and what a configuration means.
 *
 * @param data trained on and judged by
 * @param recipe makes nets and trainers
 */
public record Task(Split data, Recipe recipe) {}
