'use client';
import { useRef, useState } from 'react';
import { CreateProductDocument, UpdateProductDocument } from '../../../generated/graphql.ts';
import type { Failure } from '../../../platform/graphql/failure.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import type { ProductForm } from './use-product-form.ts';

/** Saves what is typed; whatever keeps it from being saved is told, and nothing typed is lost by it. */
export function useSaveProduct(form: ProductForm, isNew: boolean, onSaved: (id: string, version: number) => void) {
  const [create, creating] = useAct(CreateProductDocument);
  const [update, updating] = useAct(UpdateProductDocument);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<number | null>(null);
  const [gone, setGone] = useState(false);

  /** A create was sent and its answer got lost, here or before a reload: it may have been made with what stood here then. */
  const unsure = useRef(form.resumed);

  const put = async (onto: number) => {
    const { data, failure: failed } = await update({ id: form.id, version: onto, fields: form.fields });
    return { result: data?.updateProduct, failed };
  };
  const make = async () => {
    const { data, failure: failed } = await create({ id: form.id, fields: form.fields });
    const result = data?.createProduct;
    if (failed) unsure.current = true;
    // Made once, however often it is sent: what was typed since the first time is put on top. The same content is no change.
    if (unsure.current && result?.__typename === 'ProductSaved') return put(result.product.version);
    return { result, failed };
  };

  /** `onto`: the version of somebody else that this is to replace. Answers whether it was saved. */
  const save = async (onto = form.version): Promise<boolean> => {
    setConflict(null);
    setGone(false);
    const outcome = isNew ? await make() : await put(onto);
    setFailure(outcome.failed);
    const { result } = outcome;
    switch (result?.__typename) {
      case 'ProductSaved':
        onSaved(result.product.id, result.product.version);
        return true;
      case 'InvalidField':
        form.refuse(result.field);
        return false;
      case 'NameTaken':
        form.refuseAt('code', 'codeTaken');
        return false;
      case 'VersionConflict':
        setConflict(result.version);
        return false;
      case 'NotFound':
        setGone(true);
        return false;
      case undefined:
        return false;
    }
  };
  return { save, running: creating || updating, failure, conflict, gone };
}
