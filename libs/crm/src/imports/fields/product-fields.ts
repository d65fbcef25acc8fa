import type { FieldSpec } from '../field-spec.ts';

const name = (language: string, names: string) =>
  ({
    type: 'line',
    max: 300,
    names: `name_${language}|name ${language}|product name ${language}|product_name_${language}|${names}`,
  }) as const;

/** A file of products: one row per product, per variant, or per price of either. Rows with one code are one product. */
export const PRODUCTS = {
  code: {
    type: 'id',
    max: 80,
    required: true,
    names:
      'code|slug|product code|product_code|product id|product_id|item code|item no|item number|model|model no|model number|article|article no|spu|상품코드|상품 코드|제품코드|제품 코드|품목코드|품번|모델|모델명|모델번호|관리코드|产品编号|产品编码|商品编号|商品编码|产品ID|货号|型号|產品編號|產品編碼|商品編號|貨號|型號',
  },
  name: {
    type: 'line',
    max: 300,
    required: true,
    oncePerRecord: true,
    instead: ['name_en', 'name_ko', 'name_zh'],
    names:
      'name|product|product name|product_name|title|item|item name|subject|상품명|제품명|품명|품목|품목명|상품|제품|产品名称|商品名称|产品标题|商品标题|品名|名称|產品名稱|商品名稱|名稱',
  },
  name_en: name('en', 'english name|영문명|영문 상품명|영문 제품명|상품명(영문)|상품명(영어)|英文名|英文名称|英文名稱'),
  name_ko: name(
    'ko',
    'korean name|국문명|국문 상품명|한글명|상품명(국문)|상품명(한글)|상품명(한국어)|韩文名|韩文名称|韓文名稱',
  ),
  name_zh: name('zh', 'chinese name|중문명|중문 상품명|상품명(중문)|中文名|中文名称|中文名稱'),
  name_ja: name('ja', 'japanese name|일문명|상품명(일문)|日文名|日文名称|日文名稱'),
  name_es: name('es', 'spanish name|스페인어명|西班牙文名|西班牙语名称'),
  category: {
    type: 'line',
    max: 120,
    names:
      'category|product category|product type|type|group|카테고리|분류|상품분류|상품 분류|제품군|품목군|类目|分类|产品分类|产品类别|類目|分類|產品分類',
  },
  description: {
    type: 'text',
    max: 20_000,
    names:
      'description|product description|details|detail|summary|설명|상품설명|상품 설명|제품설명|상세설명|描述|产品描述|产品详情|详情|產品描述|產品詳情',
  },
  sku: {
    type: 'id',
    max: 80,
    names:
      'sku|sku code|sku id|sku no|variant|variant code|variant sku|option code|옵션코드|옵션 코드|단품코드|SKU 코드|SKU编号|SKU编码|规格编码|SKU編號|規格編碼',
  },
  options: {
    type: 'list',
    max: 200,
    names:
      'options|option|variation|variations|variant options|specification option|attributes|옵션|옵션명|옵션값|옵션 값|단품명|선택사항|规格|属性|销售属性|規格|屬性|款式',
  },
  option_names: { type: 'list', max: 60, names: 'option_names|option names|옵션 이름|옵션 항목|规格名|規格名' },
  moq: {
    type: 'integer',
    names:
      'moq|minimum order|minimum order quantity|min order|min. order|min order qty|min order quantity|최소주문수량|최소 주문 수량|최소주문|최소수량|起订量|最小起订量|最小订购量|起批量|起訂量|最小訂購量',
  },
  lead_time_days: {
    type: 'days',
    names:
      'lead time|lead_time|lead time days|lead_time_days|leadtime|delivery time|production time|processing time|리드타임|납기|납기일|제작기간|생산기간|준비기간|交货期|交期|生产周期|备货期|发货期|交貨期|生產週期|備貨期',
  },
  weight_grams: {
    type: 'grams',
    names:
      'weight|weight g|weight_g|weight_grams|weight (g)|weight kg|weight (kg)|unit weight|gross weight|net weight|무게|중량|무게(g)|무게(kg)|단위중량|상품무게|重量|毛重|净重|重量(g)|重量(kg)|淨重',
  },
  unit: {
    type: 'line',
    max: 30,
    names: 'unit|uom|unit of measure|sales unit|단위|판매단위|판매 단위|单位|计量单位|销售单位|單位|計量單位',
  },
  currency: {
    type: 'currency',
    names: 'currency|price currency|currency code|통화|통화코드|가격 통화|币种|货币|幣別|幣種|貨幣',
  },
  price: {
    type: 'amount',
    names:
      'price|unit price|unit_price|list price|fob price|fob|sale price|selling price|price per unit|tier price|단가|가격|판매가|판매가격|정가|공급가|수출단가|FOB 단가|单价|价格|售价|零售价|FOB价|單價|價格|售價',
  },
  min_quantity: {
    type: 'integer',
    names:
      'min quantity|min_quantity|minimum quantity|tier|tier quantity|quantity from|from quantity|price break|quantity break|수량구간|구간수량|구간 수량|적용수량|이상 수량|起始数量|阶梯数量|数量区间|起始數量|階梯數量',
  },
  price_country: {
    type: 'country',
    names:
      'price country|price_country|country|market|sales country|적용국가|적용 국가|판매국가|국가|适用国家|国家|销售国家|適用國家|國家|銷售國家',
  },
  price_valid_until: {
    type: 'date',
    names:
      'price valid until|price_valid_until|price expiry|valid until|가격 유효기간|가격유효기간|단가 유효기간|价格有效期|價格有效期',
  },
  cost: {
    type: 'amount',
    names:
      'cost|unit cost|purchase price|cost price|원가|매입가|매입단가|제조원가|공급원가|成本|成本价|采购价|进价|成本價|採購價|進價',
  },
  cost_currency: { type: 'currency', names: 'cost currency|cost_currency|원가 통화|매입 통화|成本币种|成本幣別' },
  barcode: { type: 'id', max: 80, names: 'barcode|ean|upc|gtin|jan|isbn|바코드|条码|条形码|條碼|條形碼' },
  status: {
    type: 'choice',
    choices: {
      draft: 'draft|editing|not published|준비중|임시|임시저장|작성중|草稿|编辑中|編輯中',
      active:
        'active|on sale|approved|published|selling|available|online|on|y|yes|판매중|판매|사용|정상|활성|在售|上架|已上架|销售中|銷售中|正常',
      discontinued:
        'discontinued|inactive|off sale|expired|ended|stopped|offline|off|n|no|단종|판매중지|판매종료|중단|미사용|비활성|停产|停售|下架|已下架|停產',
    },
    names:
      'status|state|product status|sale status|상태|판매상태|판매 상태|상품상태|사용여부|状态|商品状态|产品状态|上架状态|狀態|商品狀態|產品狀態',
  },
  launched_on: {
    type: 'date',
    names:
      'launched|launched on|launched_on|launch date|release date|new product date|출시일|출시 일자|신상품일|신제품 출시일|런칭일|上市日期|发布日期|上新日期|發布日期|上市日',
  },
  hs_code: {
    type: 'id',
    max: 20,
    names:
      'hs|hs code|hs_code|hscode|hts|tariff code|HS 코드|HS코드|품목번호|세번|海关编码|商品编码HS|HS编码|海關編碼|HS編碼',
  },
  origin_country: {
    type: 'country',
    names:
      'origin|origin country|origin_country|country of origin|made in|원산지|원산지국가|제조국|제조국가|产地|原产国|原产地|產地|原產國|原產地',
  },
  specs: {
    type: 'list',
    max: 500,
    names:
      'specs|spec|specification|specifications|specification table|사양|제품사양|상품사양|스펙|规格参数|产品参数|参数|規格參數|產品參數',
  },
} as const satisfies Record<string, FieldSpec>;
