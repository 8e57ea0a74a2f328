/**
 * Vendors played by ourselves, for tests and trials: each takes only requests that the vendor's own specification allows,
 * and answers, stalls, breaks off and refuses as the vendor does. No part of the product; leans on nothing of it.
 */
@NullMarked
package org.sellmeapen.simulators;

import org.jspecify.annotations.NullMarked;
