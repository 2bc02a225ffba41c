package nursery.bench.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** The programs of one list. */
final class Suite {
    private final String name;
    private final List<Healthy> healthy = new ArrayList<>();
    private final List<Faulty> faulty = new ArrayList<>();

    Suite(String name) {
        this.name = name;
    }

    /** Adds healthy programs. */
    void add(Healthy... programs) {
        healthy.addAll(List.of(programs));
    }

    /** Adds faulty programs. */
    void add(Faulty... programs) {
        faulty.addAll(List.of(programs));
    }

    /** What the list is called. */
    String name() {
        return name;
    }

    /** Its healthy programs. */
    List<Healthy> healthy() {
        return healthy;
    }

    /** Its faulty programs. */
    List<Faulty> faulty() {
        return faulty;
    }
}
