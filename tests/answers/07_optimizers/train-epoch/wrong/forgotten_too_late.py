# misconception: You forget the gradients between backward and step, so there is none to step with.
#   Call zero_grad() before backward.
# rank: 23
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        value = loss(model(x, training=True), y)
        value.backward()
        optimizer.zero_grad()
        if before_step is not None:
            before_step()
        optimizer.step()
        total += float(value.data) * x.shape[0]
        count += x.shape[0]
    return total / count
