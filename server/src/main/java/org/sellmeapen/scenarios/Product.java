package org.sellmeapen.scenarios;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is for sale.
 *
 * @param keywords words by which one hears that it is spoken of
 */
public record Product(
        String id, String name, String what, @Nullable Price price, List<String> keywords, List<ProductFact> facts) {

    public Product {
        keywords = Lists.copy(keywords);
        facts = Lists.copy(facts);
    }

    /**
     * @param amount in {@code currency}, for one {@code unit}
     * @param text the price as one says it
     */
    public record Price(double amount, String currency, String unit, String text) {}
}
