/** The custody log in MongoDB. */
@NullMarked
package io.beadle.register.mongo;

import org.jspecify.annotations.NullMarked;
