package dev.emovox.wav2vec2.kernels;

/**
 * The TorchScript text of {@link TorchKernels}, in the form in which libtorch stores scripted
 * modules: plain calls of its own operators. Numbers come as tensors of no dimension on the
 * processor where a method takes part in automatic differentiation (DJL passes it tensors only).
 */
final class KernelSource {
  static final String MODULE = "Kernels";

  static final String TEXT =
      """
      class Kernels(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def attention(self: __torch__.Kernels,
          query: Tensor,
          key: Tensor,
          value: Tensor,
          dropout: Tensor) -> Tensor:
          return torch.scaled_dot_product_attention(query, key, value, None, float(dropout))
        def masked_attention(self: __torch__.Kernels,
          query: Tensor,
          key: Tensor,
          value: Tensor,
          dropout: Tensor,
          mask: Tensor) -> Tensor:
          return torch.scaled_dot_product_attention(query, key, value, mask, float(dropout))
        def group_norm(self: __torch__.Kernels,
          input: Tensor,
          weight: Tensor,
          bias: Tensor,
          groups: Tensor,
          epsilon: Tensor) -> Tensor:
          return torch.group_norm(input, int(groups), weight, bias, float(epsilon))
        def row_convolution(self: __torch__.Kernels,
          input: Tensor,
          weight: Tensor,
          bias: Tensor,
          stride: Tensor) -> Tensor:
          step = int(stride)
          outputs, inputs, width, = torch.size(weight)
          parts = torch.floordiv(width, step)
          wide = torch.mul(step, inputs)
          rows = torch.add(torch.sub(torch.floordiv(torch.size(input, 0), step), parts), 1)
          taps = torch.reshape(torch.permute(weight, [2, 1, 0]), [parts, wide, outputs])
          result = bias
          for i in range(parts):
            begin = torch.mul(i, step)
            part = torch.slice(input, 0, begin, torch.add(begin, torch.mul(rows, step)))
            result = torch.addmm(result, torch.reshape(part, [rows, wide]), torch.select(taps, 0, i))
          return result
        def rows(self: __torch__.Kernels,
          input: Tensor,
          places: Tensor) -> Tensor:
          return torch.index_select(input, 0, places)
        def weight_norm(self: __torch__.Kernels,
          direction: Tensor,
          magnitude: Tensor,
          dimension: Tensor) -> Tensor:
          return torch._weight_norm(direction, magnitude, int(dimension))
        def gradients(self: __torch__.Kernels,
          loss: Tensor,
          inputs: List[Tensor]) -> List[Tensor]:
          found = torch.grad([loss], inputs, None, False, False, True)
          result = annotate(List[Tensor], [])
          for i in range(torch.len(inputs)):
            gradient = found[i]
            if torch.__is__(gradient, None):
              _0 = torch.append(result, torch.zeros([0]))
            else:
              _1 = torch.append(result, unchecked_cast(Tensor, gradient))
          return result
        def norm(self: __torch__.Kernels,
          tensors: List[Tensor]) -> float:
          norms = torch._foreach_norm(tensors, 2)
          return float(torch.linalg_vector_norm(torch.stack(norms), 2))
        def add(self: __torch__.Kernels,
          sums: List[Tensor],
          terms: List[Tensor]) -> None:
          torch._foreach_add_(sums, terms)
          return None
        def scale(self: __torch__.Kernels,
          tensors: List[Tensor],
          factor: float) -> None:
          torch._foreach_mul_(tensors, factor)
          return None
        def adamw(self: __torch__.Kernels,
          parameters: List[Tensor],
          gradients: List[Tensor],
          means: List[Tensor],
          variances: List[Tensor],
          steps: List[Tensor],
          numbers: List[float]) -> None:
          learning_rate, first_decay, second_decay, weight_decay, epsilon, divisor, = numbers
          unused = annotate(List[Tensor], [])
          scale = torch.tensor(divisor, dtype=6, device=ops.prim.device(parameters[0]))
          torch._foreach_add_(steps, 1)
          torch._fused_adamw_(parameters, gradients, means, variances, unused, steps, lr=learning_rate, beta1=first_decay, beta2=second_decay, weight_decay=weight_decay, eps=epsilon, amsgrad=False, maximize=False, grad_scale=scale)
          return None
      """;

  private KernelSource() {}
}
