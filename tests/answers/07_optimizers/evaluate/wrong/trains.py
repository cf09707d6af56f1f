# misconception: You take a step for each batch, so the model learns from what should judge it.
#   Evaluation changes nothing.
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    for x, y in loader:
        scores = model(x, training=False)
        value = loss(scores, y)
        zero_grad(model.parameters())
        value.backward()
        for parameter in model.parameters():
            parameter.data = parameter.data - 0.01 * parameter.grad
        total += float(value.data) * x.shape[0]
        right += accuracy(scores, y) * x.shape[0]
        count += x.shape[0]
    return total / count, right / count
