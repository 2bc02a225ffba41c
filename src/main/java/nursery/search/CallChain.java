package nursery.search;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import nursery.Nursery;

/**
 * Calls one after another as text, in the words that a cell would use: {@code input(784).dense(hidden).relu()}. So a net, a
 * trainer or a search can travel as data. Arguments are numbers, texts in quotes, names of hyperparameters, and the words of
 * {@link Nursery} such as {@code decay(0.9)}; where a hyperparameter is a word, its name may stand for a call. Only methods
 * that return another net, trainer or search can be called.
 *
 * @param calls first to last, at least one
 */
public record CallChain(List<Call> calls) implements Argument {

    /**
     * One call.
     *
     * @param name of the method
     * @param arguments in order
     */
    public record Call(String name, List<Argument> arguments) {
        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return arguments.stream().map(Argument::toString).collect(Collectors.joining(", ", name + "(", ")"));
        }
    }

    /** Copies the list. */
    public CallChain {
        calls = List.copyOf(calls);
    }

    /**
     * Reads a chain.
     *
     * @throws IllegalArgumentException where the text is none, with the place
     */
    public static CallChain parse(String text) {
        return new CallChainParser(text).parse();
    }

    /**
     * Makes the calls: the first is a static method of {@code type}, the others are methods of what it returns.
     *
     * @throws IllegalArgumentException if there is no such method
     */
    public <T> T evaluate(Class<T> type, Configuration p) {
        Object value = calls.get(0);
        for (int i = 0; i < calls.size(); i++) {
            Call call = named(calls.get(i), p);
            Class<?> owner = type;
            value = new MatchingMethod(owner, call, p, m -> m.getReturnType() == owner).invoke(i == 0 ? null : value);
        }
        return type.cast(value);
    }

    private static Call named(Call call, Configuration p) {
        boolean word = p.has(call.name()) && p.value(call.name()) instanceof String;
        return word ? new Call(p.getText(call.name()), call.arguments()) : call;
    }

    /** As an argument: a word of {@link Nursery}, and calls of what it returns. */
    @Override
    public Object value(Configuration p) {
        Class<?> owner = Nursery.class;
        Object value = owner;
        for (int i = 0; i < calls.size(); i++) {
            var method = new MatchingMethod(owner, named(calls.get(i), p), p, CallChain::makesSpec);
            value = method.invoke(i == 0 ? null : value);
            owner = method.returnType();
        }
        return value;
    }

    private static boolean makesSpec(Method method) {
        return method.getReturnType().getName().startsWith("nursery.");
    }

    /** The text. */
    @Override
    public String toString() {
        return calls.stream().map(Call::toString).collect(Collectors.joining("."));
    }
}
