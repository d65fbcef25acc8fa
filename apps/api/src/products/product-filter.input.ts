import { Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsEnum, IsOptional, IsString, MaxLength } from 'class-validator';
import { StorableText } from '../platform/graphql/storable-text.ts';
import { DecisionPackPartEnum, ProductStatusEnum } from './product.enums.ts';

@InputType({ description: 'Which products. Several values of one filter mean any of them.' })
export class ProductFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Parts of a code, a name in any language or an SKU; all of them.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @StorableText()
  q?: string | null;

  @Field(() => [ProductStatusEnum], { nullable: true, description: 'Where they stand.' })
  @IsOptional()
  @ArrayMaxSize(3)
  @IsEnum(ProductStatusEnum, { each: true })
  status?: ProductStatusEnum[] | null;

  @Field(() => [String], { nullable: true, description: 'Groups of the catalogue.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  @StorableText()
  category?: string[] | null;

  @Field(() => [DecisionPackPartEnum], {
    nullable: true,
    description: 'Parts of the decision pack that are not known.',
  })
  @IsOptional()
  @ArrayMaxSize(5)
  @IsEnum(DecisionPackPartEnum, { each: true })
  missing?: DecisionPackPartEnum[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: launched in the last 90 days; false: not.' })
  @IsOptional()
  @IsBoolean()
  isNew?: boolean | null;
}
