# misconception: You forget the gradients after recording them anew. Use no_grad(), and leave the
#   gradients alone.
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    for x, y in loader:
        zero_grad(model.parameters())
        scores = model(x, training=False)
        total += float(loss(scores, y).data) * x.shape[0]
        right += accuracy(scores, y) * x.shape[0]
        count += x.shape[0]
    return total / count, right / count
