package io.beadle.knowledge.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Logistic regression by gradient descent on signs brought to mean 0 and deviation 1, held back from large weights (L2), so
 * that few examples do not make it sure of itself.
 */
final class LogisticFit {
    private static final int STEPS = 20_000;
    private static final double RATE = 0.5;
    private static final double L2 = 1;

    private LogisticFit() {}

    record Example(Map<String, Double> signs, boolean right) {
        double sign(String name) {
            return signs.getOrDefault(name, 0.0);
        }
    }

    static Judge fit(List<Example> examples) {
        List<String> names = new ArrayList<>(examples.getFirst().signs().keySet());
        int count = examples.size();
        double[] mean = new double[names.size()];
        double[] deviation = new double[names.size()];
        for (int i = 0; i < mean.length; i++) {
            String name = names.get(i);
            mean[i] = examples.stream().mapToDouble(one -> one.sign(name)).sum() / count;
            double middle = mean[i];
            deviation[i] = Math.max(
                    1e-9,
                    Math.sqrt(examples.stream()
                                    .mapToDouble(one -> Math.pow(one.sign(name) - middle, 2))
                                    .sum()
                            / count));
        }
        double[][] x = examples.stream()
                .map(one -> {
                    double[] row = new double[mean.length];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = (one.sign(names.get(i)) - mean[i]) / deviation[i];
                    }
                    return row;
                })
                .toArray(double[][]::new);
        double[] weights = new double[mean.length + 1];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[weights.length];
            for (int n = 0; n < count; n++) {
                double error = likely(x[n], weights) - (examples.get(n).right() ? 1 : 0);
                for (int i = 0; i < mean.length; i++) {
                    gradient[i] += error * x[n][i];
                }
                gradient[mean.length] += error;
            }
            for (int i = 0; i < weights.length; i++) {
                double held = i < mean.length ? L2 * weights[i] : 0;
                weights[i] -= RATE * (gradient[i] + held) / count;
            }
        }
        Map<String, Double> byName = new TreeMap<>();
        double start = weights[mean.length];
        for (int i = 0; i < mean.length; i++) {
            byName.put(names.get(i), rounded(weights[i] / deviation[i]));
            start -= weights[i] / deviation[i] * mean[i];
        }
        return new Judge(count, byName, rounded(start));
    }

    private static double likely(double[] row, double[] weights) {
        double sum = weights[row.length];
        for (int i = 0; i < row.length; i++) {
            sum += weights[i] * row[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
