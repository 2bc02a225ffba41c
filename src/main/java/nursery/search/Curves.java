package nursery.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The scores of all trials so far, shared by the threads that train them. */
final class Curves {
    private final Map<Integer, List<Double>> scores = new TreeMap<>();
    private final Set<Integer> ended = new HashSet<>();

    /** Adds the score of a trial after its next epoch. */
    synchronized void add(int trial, double score) {
        scores.computeIfAbsent(trial, t -> new ArrayList<>()).add(score);
        notifyAll();
    }

    /** Says that a trial has ended with these scores. */
    synchronized void end(int trial, List<Double> all) {
        scores.put(trial, List.copyOf(all));
        ended.add(trial);
        notifyAll();
    }

    /** The scores of one trial. */
    synchronized List<Double> of(int trial) {
        return List.copyOf(scores.getOrDefault(trial, List.of()));
    }

    /** The scores of all trials before this one up to that epoch, as soon as each has come there or has ended. */
    synchronized List<List<Double>> before(int trial, int epochs) throws InterruptedException {
        for (int earlier = 0; earlier < trial; earlier++) {
            while (!ended.contains(earlier) && of(earlier).size() < epochs) {
                wait();
            }
        }
        List<List<Double>> all = new ArrayList<>();
        for (int earlier = 0; earlier < trial; earlier++) {
            List<Double> known = of(earlier);
            all.add(known.subList(0, Math.min(epochs, known.size()))); // what comes later must not decide
        }
        return all;
    }
}
