# style: a class with __enter__ and __exit__
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    list(map(lambda parameter: setattr(parameter, "grad", None), parameters))


class no_grad:
    def __enter__(self) -> None:
        self.before = Recording.on
        Recording.on = False

    def __exit__(self, *error) -> None:
        Recording.on = self.before
