/**
 * A voice and an ear that follow a script, for rehearsing and measuring without any vendor. Part of the product, switched
 * on by the operator alone, and called scripted wherever they show.
 */
@NullMarked
package org.sellmeapen.ai.scripted;

import org.jspecify.annotations.NullMarked;
