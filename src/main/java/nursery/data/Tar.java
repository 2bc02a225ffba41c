package nursery.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads some files of a tar archive into memory. Nothing is ever written to a place that the archive names.
 *
 * <p>An entry is a block of 512 bytes (name in bytes 0 to 99, size in octal digits in 124 to 135, their sum in 148 to
 * 155, kind in 156), then the content, filled up to a multiple of 512. Two blocks of zeros end the archive.
 */
final class Tar {
    private static final int BLOCK = 512;
    private static final int CHECKSUM = 148;

    private Tar() {}

    /**
     * The content of the entries whose name, without folders, is in {@code files}.
     *
     * @param files the names to look for, with the largest size of each
     * @param origin where the archive is from, for messages
     * @throws IllegalArgumentException if it is no such archive, ends too early, holds one of the files twice or a larger
     *     one, or has an entry that points outside of its folder
     */
    static Map<String, byte[]> read(InputStream in, Map<String, Integer> files, String origin) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        while (true) {
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK) {
                throw wrong(origin, "whole entries", "one that is cut off");
            }
            if (allZero(header)) {
                return found;
            }
            requireChecksum(header, origin);
            String path = text(header, 0, 100);
            requireInside(path, origin);
            long size = octal(header, 124, 12, origin);
            String name = path.substring(path.lastIndexOf('/') + 1);
            Integer largest = files.get(name);
            boolean file = header[156] == '0' || header[156] == 0;
            long padding = (BLOCK - size % BLOCK) % BLOCK;
            if (file && largest != null) {
                if (size > largest) {
                    throw wrong(origin, name + " of at most " + Text.count(largest) + " bytes", Text.count(size));
                }
                byte[] content = in.readNBytes((int) size);
                if (content.length < size || found.put(name, content) != null) {
                    throw wrong(origin, name + " once and complete", "it twice or cut off");
                }
                skip(in, padding, origin);
            } else {
                skip(in, size + padding, origin);
            }
        }
    }

    private static void skip(InputStream in, long n, String origin) throws IOException {
        for (long left = n; left > 0; ) {
            int read = in.readNBytes((int) Math.min(left, 1 << 16)).length;
            if (read == 0) {
                throw wrong(origin, "whole entries", "one that is cut off");
            }
            left -= read;
        }
    }

    private static boolean allZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static void requireChecksum(byte[] header, String origin) {
        int sum = 8 * ' '; // its own digits count as blanks
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= CHECKSUM && i < CHECKSUM + 8 ? 0 : header[i] & 0xff;
        }
        if (octal(header, CHECKSUM, 8, origin) != sum) {
            throw wrong(origin, "headers with their right sum", "another sum");
        }
    }

    private static void requireInside(String path, String origin) {
        if (path.startsWith("/")
                || path.contains("\\")
                || Arrays.asList(path.split("/")).contains("..")) {
            throw wrong(origin, "names inside of its folder", "'" + path + "'");
        }
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int from, int length, String origin) {
        String digits = text(header, from, length).trim();
        if (!digits.matches("[0-7]{1,11}")) {
            throw wrong(origin, "octal digits in its headers", "'" + digits.replaceAll("[^ -~]", "?") + "'");
        }
        return Long.parseLong(digits, 8);
    }

    private static IllegalArgumentException wrong(String origin, String expected, String received) {
        return new IllegalArgumentException("expected " + origin + " to be a tar archive with " + expected
                + ", received " + received + "; delete it or replace it by the original");
    }
}
