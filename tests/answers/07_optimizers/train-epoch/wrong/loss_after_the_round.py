# misconception: You measure all losses after the round. Each batch has the loss that it had before
#   its own step.
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    batches = list(loader)
    for x, y in batches:
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        value.backward()
        if before_step is not None:
            before_step()
        optimizer.step()
    for x, y in batches:
        value = loss(model(x, training=True), y)
        total += float(value.data) * x.shape[0]
        count += x.shape[0]
    return total / count
