package nursery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code name(argument, ...).name(...)}. */
final class CallChainParser {
    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d[\\d_]*(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d{1,4})?");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\\\p{Cntrl}]*)\"");
    private static final Pattern SPACE = Pattern.compile("\\s*");

    private final String text;
    private final Matcher at;

    CallChainParser(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "expected calls of at most " + LONGEST + " characters, received " + text.length());
        }
        this.text = text;
        at = NAME.matcher(text);
    }

    CallChain parse() {
        CallChain chain = chain(0);
        if (at.regionStart() < text.length()) {
            throw wrong("a dot or the end");
        }
        return chain;
    }

    private CallChain chain(int depth) {
        List<CallChain.Call> calls = new ArrayList<>();
        do {
            calls.add(call(take(NAME, "the name of a method"), depth));
        } while (takes("."));
        return new CallChain(calls);
    }

    private CallChain.Call call(String name, int depth) {
        if (depth > DEEPEST) {
            throw wrong("at most " + DEEPEST + " calls inside one another");
        }
        List<Argument> arguments = new ArrayList<>();
        if (!takes("(")) {
            throw wrong("(");
        }
        if (takes(")")) {
            return new CallChain.Call(name, arguments);
        }
        do {
            arguments.add(argument(depth));
        } while (takes(","));
        if (!takes(")")) {
            throw wrong("a comma or )");
        }
        return new CallChain.Call(name, arguments);
    }

    private Argument argument(int depth) {
        if (looksAt(NUMBER)) {
            return new Argument.Literal(number(take(NUMBER, "a number")));
        }
        if (looksAt(TEXT)) {
            String quoted = take(TEXT, "a text");
            return new Argument.Literal(quoted.substring(1, quoted.length() - 1));
        }
        int start = at.regionStart();
        String name = take(NAME, "a number, a text in quotes or a name");
        if (name.equals("Infinity")) {
            return new Argument.Literal(Double.POSITIVE_INFINITY);
        }
        if (looksAt(Pattern.compile("\\("))) {
            at.region(start, text.length());
            return chain(depth + 1);
        }
        return new Argument.Name(name);
    }

    private Object number(String written) {
        String digits = written.replace("_", "");
        if (!digits.matches("-?\\d{1,18}")) {
            return Double.parseDouble(digits);
        }
        long whole = Long.parseLong(digits);
        return whole == (int) whole ? (Object) (int) whole : (Object) whole;
    }

    private boolean takes(String sign) {
        boolean here = looksAt(Pattern.compile(Pattern.quote(sign)));
        if (here) {
            at.region(at.end(), text.length());
        }
        return here;
    }

    private String take(Pattern token, String expected) {
        if (!looksAt(token)) {
            throw wrong(expected);
        }
        String found = at.group();
        at.region(at.end(), text.length());
        return found;
    }

    /** Whether the token comes next, behind any space. */
    private boolean looksAt(Pattern token) {
        at.usePattern(SPACE).lookingAt();
        at.region(at.end(), text.length());
        return at.usePattern(token).lookingAt();
    }

    private IllegalArgumentException wrong(String expected) {
        int place = at.regionStart();
        String before = text.substring(Math.max(0, place - 30), place);
        return new IllegalArgumentException("expected " + expected + " behind \"" + before + "\", received "
                + (place < text.length()
                        ? "\"" + text.substring(place, Math.min(text.length(), place + 30)) + "\""
                        : "the end")
                + "; write calls such as input(784).dense(hidden).relu()");
    }
}
