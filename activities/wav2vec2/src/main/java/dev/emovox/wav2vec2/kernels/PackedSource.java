package dev.emovox.wav2vec2.kernels;

/** The TorchScript text of {@link PackedKernels}, as {@link KernelSource} is of the others. */
final class PackedSource {
  static final String MODULE = "Packed";

  static final String TEXT =
      """
      class Packed(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def pack_linear(self: __torch__.Packed,
          weight: Tensor) -> Tensor:
          return ops.mkldnn._reorder_linear_weight(weight)
        def linear(self: __torch__.Packed,
          input: Tensor,
          weight: Tensor,
          bias: Tensor) -> Tensor:
          return ops.mkldnn._linear_pointwise(input, weight, bias, "none", annotate(List[Optional[number]], []), "")
        def linear_gelu(self: __torch__.Packed,
          input: Tensor,
          weight: Tensor,
          bias: Tensor) -> Tensor:
          return ops.mkldnn._linear_pointwise(input, weight, bias, "gelu", annotate(List[Optional[number]], []), "none")
        def normalised_windows_gelu(self: __torch__.Packed,
          signal: Tensor,
          weight: Tensor,
          scale: Tensor,
          shift: Tensor,
          width: Tensor,
          stride: Tensor,
          epsilon: Tensor) -> Tensor:
          step = int(stride)
          frames = torch.add(torch.floordiv(torch.sub(torch.numel(signal), int(width)), step), 1)
          windows = torch.as_strided(signal, [frames, int(width)], [step, 1])
          found = ops.mkldnn._linear_pointwise(windows, weight, None, "none", annotate(List[Optional[number]], []), "")
          normed = torch.batch_norm(found, scale, shift, None, None, True, 0., float(epsilon), False)
          return torch.unsqueeze(torch.gelu(normed), 0)
        def pack_convolution(self: __torch__.Packed,
          weight: Tensor,
          padding: Tensor,
          groups: Tensor,
          stride: Tensor,
          frames: Tensor) -> Tensor:
          shape = [1, torch.mul(torch.size(weight, 1), int(groups)), 1, int(frames)]
          return ops.mkldnn._reorder_convolution_weight(torch.unsqueeze(weight, 2), [0, int(padding)], [1, int(stride)], [1, 1], int(groups), shape)
        def convolution_gelu(self: __torch__.Packed,
          input: Tensor,
          weight: Tensor,
          bias: Tensor,
          padding: Tensor,
          groups: Tensor,
          stride: Tensor) -> Tensor:
          image = torch.permute(torch.unsqueeze(input, 1), [0, 3, 1, 2])
          found = ops.mkldnn._convolution_pointwise(image, weight, bias, [0, int(padding)], [1, int(stride)], [1, 1], int(groups), "gelu", annotate(List[Optional[number]], []), "none")
          return torch.squeeze(torch.permute(found, [0, 2, 3, 1]), 1)
        def plain_convolution_gelu(self: __torch__.Packed,
          input: Tensor,
          weight: Tensor,
          padding: Tensor,
          groups: Tensor,
          stride: Tensor) -> Tensor:
          image = torch.permute(torch.unsqueeze(input, 1), [0, 3, 1, 2])
          found = ops.mkldnn._convolution_pointwise(image, weight, None, [0, int(padding)], [1, int(stride)], [1, 1], int(groups), "gelu", annotate(List[Optional[number]], []), "none")
          return torch.squeeze(torch.permute(found, [0, 2, 3, 1]), 1)
      """;

  private PackedSource() {}
}
