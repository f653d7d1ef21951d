/** What the edge to Teams keeps in MongoDB. */
@NullMarked
package io.beadle.teams.mongo;

import org.jspecify.annotations.NullMarked;
