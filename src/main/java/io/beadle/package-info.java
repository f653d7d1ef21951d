/** The information-security officer in Microsoft Teams for UK councils. */
@NullMarked
package io.beadle;

import org.jspecify.annotations.NullMarked;
