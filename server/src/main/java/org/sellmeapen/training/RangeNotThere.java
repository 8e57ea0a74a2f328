package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class RangeNotThere extends Problem {
    RangeNotThere() {
        super(
                Kind.CALLER,
                "range-not-there",
                416,
                "The recording has no such range. Ask for one range of bytes inside it.");
    }
}
