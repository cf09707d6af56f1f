# misconception: You return all losses in a list. Return one number, their mean over all samples.
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    losses = []
    for x, y in loader:
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        value.backward()
        if before_step is not None:
            before_step()
        optimizer.step()
        losses.append(float(value.data))
    return losses
