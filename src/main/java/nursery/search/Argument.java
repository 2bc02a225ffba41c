package nursery.search;

/** What stands between the parentheses of a call that is written as text. */
public interface Argument {

    /** Its value for a configuration. */
    Object value(Configuration p);

    /**
     * A number or a text.
     *
     * @param value an Integer, a Long, a Double or a String
     */
    record Literal(Object value) implements Argument {
        @Override
        public Object value(Configuration p) {
            return value;
        }

        @Override
        public String toString() {
            return value instanceof String s ? "\"" + s + "\"" : value.toString();
        }
    }

    /**
     * A hyperparameter.
     *
     * @param name its name
     */
    record Name(String name) implements Argument {
        @Override
        public Object value(Configuration p) {
            return p.value(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
