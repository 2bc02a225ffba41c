/** Restricted Boltzmann machines: how deep nets were started before Xavier and He. */
@NullMarked
package nursery.pretraining;

import org.jspecify.annotations.NullMarked;
