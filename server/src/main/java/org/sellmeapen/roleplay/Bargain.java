package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sellmeapen.roleplay.Mind.Selling;
import org.sellmeapen.scenarios.Product;
import org.sellmeapen.scenarios.Script;

/**
 * The figures on the table: the price that was last offered, and what is set against it, such as a trade-in. So that
 * nobody argues on when the person's bid is already met.
 */
final class Bargain {

    private static final String PRICE = "price";
    private static final String AGAINST = "against";
    private static final Pattern FIGURE = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");

    private final Selling selling;
    private final double listed;

    Bargain(Script script, Selling selling) {
        this.selling = selling;
        this.listed = script.products().stream()
                .map(Product::price)
                .filter(price -> price != null)
                .mapToDouble(price -> price == null ? 0 : price.amount())
                .findFirst()
                .orElse(0);
    }

    void offer(String text) {
        figures(text).forEach((kind, figure) -> selling.offered.put(kind, figure));
    }

    /** What the person bids is no better for them than what was offered. */
    boolean isMetBy(String bid) {
        Map<String, Double> wanted = figures(bid);
        return !wanted.isEmpty()
                && wanted.entrySet().stream().allMatch(one -> {
                    Double offered = selling.offered.get(one.getKey());
                    return offered != null
                            && (one.getKey().equals(PRICE) ? one.getValue() >= offered : one.getValue() <= offered);
                });
    }

    /** About as much as the list price is a price; a tenth of it to a half is set against it. */
    private Map<String, Double> figures(String text) {
        Map<String, Double> figures = new TreeMap<>();
        for (double figure : all(text)) {
            double share = listed == 0 ? 0 : figure / listed;
            if (share >= 0.5 && share <= 1.2) {
                figures.merge(PRICE, figure, Math::min);
            } else if (share >= 0.1 && share < 0.45) {
                figures.merge(AGAINST, figure, Math::max);
            }
        }
        return figures;
    }

    private static List<Double> all(String text) {
        List<Double> all = new ArrayList<>();
        Matcher matcher = FIGURE.matcher(THOUSANDS.matcher(text).replaceAll(""));
        while (matcher.find()) {
            all.add(Double.parseDouble(matcher.group()));
        }
        return all;
    }
}
