package nursery.search;

import nursery.Net;
import nursery.Search;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.tensor.Tensor;

/** Short texts that differ when data, nets or trainers do. */
final class Fingerprint {
    private Fingerprint() {}

    /** The training and validation rows. */
    static String of(Split data) {
        long hash = hash(hash(0, data.train()), data.validation());
        return data.train().rows() + " + " + data.validation().rows() + " rows " + Long.toHexString(hash);
    }

    private static long hash(long start, Dataset data) {
        if (data.rows() == 0) {
            return mixed(start, 0);
        }
        long hash = hash(start, data.features());
        if (!data.classification()) {
            return hash(hash, data.targets());
        }
        for (int label : data.labels()) {
            hash = mixed(hash, label);
        }
        return hash;
    }

    private static long hash(long start, Tensor x) {
        long hash = mixed(start, x.size());
        for (int i = 0; i < x.size(); i++) {
            hash = mixed(hash, Double.doubleToLongBits(x.get(i)));
        }
        return hash;
    }

    // FNV-1a on longs, with the high bits brought down
    private static long mixed(long hash, long value) {
        long h = (hash ^ value) * 0x100000001b3L;
        return h ^ (h >>> 29);
    }

    /** What the recipe makes of the first configuration: of a function nothing else can be known. */
    static String of(Recipe recipe, Search search) {
        Configuration first = search.configuration(0);
        Net net = recipe.net(first);
        Trainer trainer = TrialRun.prepared(recipe.trainer(first), search.protocol(), 0);
        String text = net + " " + trainer.withoutCallbacks();
        String stable = text.replaceAll("\\$\\$Lambda[^,\\])]*|@[0-9a-f]+", ""); // names that each JVM gives anew
        long hash = 0;
        for (int i = 0; i < stable.length(); i++) {
            hash = mixed(hash, stable.charAt(i));
        }
        return Long.toHexString(hash);
    }
}
