import { loadResource } from '../load-resource.ts';

/** The intent a knowledge-base category answers; a category nobody mapped stands for itself. */
export function intentOfCategory(category: string): string {
  return loadResource<{ categories: Record<string, string> }>('intent-policy').categories[category] ?? category;
}
