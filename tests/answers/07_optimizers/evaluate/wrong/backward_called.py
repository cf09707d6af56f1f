# misconception: You call backward(), which changes the gradients. Evaluation needs the number in
#   the loss only.
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    for x, y in loader:
        scores = model(x, training=False)
        value = loss(scores, y)
        value.backward()
        total += float(value.data) * x.shape[0]
        right += accuracy(scores, y) * x.shape[0]
        count += x.shape[0]
    return total / count, right / count
