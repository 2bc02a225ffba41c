package nursery.augment;

/** A warping that maps lines to lines. Two of them in a row are one. */
interface Moving extends Warping {

    @Override
    default Augmentation then(Augmentation next) {
        return next instanceof Moving moving ? new Moves(this, moving) : Warping.super.then(next);
    }
}
