/** Pictures of figures, drawn by XChart without a screen. */
@NullMarked
package io.beadle.register.picture;

import org.jspecify.annotations.NullMarked;
