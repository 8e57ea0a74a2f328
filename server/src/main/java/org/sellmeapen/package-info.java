/** The site: puts the house together at its edge (web security, problem advice, OpenAPI, pages). Nobody depends on it. */
@NullMarked
package org.sellmeapen;

import org.jspecify.annotations.NullMarked;
