package nursery.diagnosis;

import nursery.initializers.Constant;
import nursery.layers.Layer;
import nursery.layers.Parameters;
import nursery.layers.Pass;
import nursery.layers.Variable;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** The rows of input as a parameter, y = x + rows, so that dL/dx is checked like any other gradient. */
record InputRows(int rows) implements Layer {

    static Variable variable(Tensor x) {
        var parameters = new Parameters(new Constant(0));
        new InputRows(x.rows()).parameters(x.shape().row(), parameters);
        return new Variable("input", parameters.declared().get(0), x);
    }

    @Override
    public Shape outputShape(Shape in) {
        return in;
    }

    @Override
    public void parameters(Shape in, Parameters p) {
        p.add("x", in.batch(rows), new Constant(0));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return x.plus(pass.parameter("x"));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        pass.gradient("x", dy);
        return dy;
    }

    @Override
    public String toString() {
        return "dL/dx";
    }
}
