import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/index.ts';
import { CertificatesResolver, DecisionPackResolver, ProductFieldsResolver } from './product-fields.resolver.ts';
import { ProductsResolver } from './products.resolver.ts';
import { RemoveProductUseCase } from './remove-product.use-case.ts';
import { SaveProductUseCase } from './save-product.use-case.ts';

/** The catalogue: what is sold, at which prices and terms, and how it was described at any time. */
@Module({
  imports: [AttachmentsModule],
  providers: [
    ProductsResolver,
    ProductFieldsResolver,
    DecisionPackResolver,
    CertificatesResolver,
    SaveProductUseCase,
    RemoveProductUseCase,
  ],
  exports: [SaveProductUseCase, RemoveProductUseCase],
})
export class ProductsModule {}
