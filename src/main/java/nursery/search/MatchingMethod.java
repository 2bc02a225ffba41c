package nursery.search;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The public method that a call written as text means. */
final class MatchingMethod {
    private final Class<?> owner;
    private final CallChain.Call call;
    private final List<Object> arguments;
    private final Predicate<Method> allowed;
    private @Nullable Class<?> returnType;

    MatchingMethod(Class<?> owner, CallChain.Call call, Configuration p, Predicate<Method> allowed) {
        this.owner = owner;
        this.call = call;
        this.arguments = call.arguments().stream().map(a -> a.value(p)).toList();
        this.allowed = allowed;
    }

    /** What the method that was invoked returns. */
    Class<?> returnType() {
        return returnType == null ? owner : returnType;
    }

    /** Calls it on an object, or as a static method on nothing. */
    Object invoke(@Nullable Object on) {
        Method method = Stream.of(owner.getMethods())
                .filter(m -> m.getName().equals(call.name()) && Modifier.isStatic(m.getModifiers()) == (on == null))
                .filter(allowed.and(this::takesArguments))
                .min(Comparator.comparing(Method::isVarArgs).thenComparing(Method::toString, Comparator.reverseOrder()))
                .orElseThrow(this::unknown);
        returnType = method.getReturnType();
        try {
            Object value = method.invoke(on, converted(method));
            if (value == null) {
                throw unknown();
            }
            return value;
        } catch (IllegalAccessException e) {
            throw unknown();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(call + ": " + e.getCause(), e);
        }
    }

    private boolean takesArguments(Method m) {
        Class<?>[] types = m.getParameterTypes();
        if ((!m.isVarArgs() && types.length != arguments.size()) || arguments.size() < types.length - 1) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!fits(arguments.get(i), type(m, i))) {
                return false;
            }
        }
        return true;
    }

    /** The type of an argument, each of a variable number included. */
    private static Class<?> type(Method m, int i) {
        Class<?>[] types = m.getParameterTypes();
        return m.isVarArgs() && i >= types.length - 1 ? types[types.length - 1].getComponentType() : types[i];
    }

    private static boolean fits(Object value, Class<?> type) {
        if (type == int.class) {
            return value instanceof Integer;
        }
        if (type == long.class) {
            return value instanceof Integer || value instanceof Long;
        }
        return type == double.class ? value instanceof Number : type.isInstance(value);
    }

    private static Object converted(Object value, Class<?> type) {
        if (type == double.class) {
            return ((Number) value).doubleValue();
        }
        return type == long.class ? (Object) ((Number) value).longValue() : value;
    }

    private Object[] converted(Method m) {
        int fixed = m.isVarArgs() ? m.getParameterCount() - 1 : arguments.size();
        Object[] all = new Object[m.getParameterCount()];
        for (int i = 0; i < fixed; i++) {
            all[i] = converted(arguments.get(i), type(m, i));
        }
        if (m.isVarArgs()) {
            Object rest = Array.newInstance(type(m, fixed), arguments.size() - fixed);
            for (int i = fixed; i < arguments.size(); i++) {
                Array.set(rest, i - fixed, converted(arguments.get(i), type(m, i)));
            }
            all[fixed] = rest;
        }
        return all;
    }

    private IllegalArgumentException unknown() {
        String names = Arrays.stream(owner.getMethods())
                .filter(allowed)
                .filter(m -> m.getName().equals(call.name()))
                .map(m -> Arrays.stream(m.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", m.getName() + "(", ")")))
                .collect(Collectors.joining(" or "));
        return new IllegalArgumentException("expected "
                + (names.isEmpty() ? "a method of " + owner.getSimpleName() + " that makes such a thing" : names)
                + ", received " + call.name() + " with " + arguments + "; write it as a cell would");
    }
}
