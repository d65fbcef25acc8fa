import type { FieldSpec } from '../field-spec.ts';
import { BUYER_OF_ROW } from './buyer-fields.ts';

const ORDER_ID =
  'order id|order_id|order no|order no.|order number|order_number|order#|order|invoice|invoice no|invoice number|invoice id|po number|po no|purchase order|trade id|trade assurance order no|trade assurance order id|ta order id|ta order number|주문번호|주문 번호|주문 ID|주문 아이디|주문코드|오더번호|오더 번호|발주번호|인보이스 번호|인보이스번호|거래번호|订单号|订单编号|订单ID|订单|信保订单号|信用保障订单号|交易编号|订单号码|訂單號|訂單編號|訂單ID|訂單號碼|訂單|交易編號';

/** What an order says of itself, in a file of orders or of lines. */
const ORDER_FACTS = {
  placed_at: {
    type: 'instant',
    names:
      'ordered at|ordered_at|placed at|placed_at|order date|order time|order_date|date|ordered|order created|order created time|created at|created time|creation time|order creation time|purchase date|invoice date|date ordered|주문일|주문일시|주문 일시|주문날짜|주문 날짜|주문시간|주문 생성일|주문생성시간|발주일|거래일|일자|날짜|下单时间|下单日期|订单时间|订单日期|订单创建时间|创建时间|订单生成时间|日期|下單時間|下單日期|訂單時間|訂單日期|訂單建立時間|建立時間',
  },
  paid_at: {
    type: 'instant',
    names:
      'paid at|paid_at|payment date|payment time|paid time|date paid|paid|paid on|payment received|결제일|결제일시|결제 일시|결제시간|입금일|입금일시|지급일|付款时间|支付时间|付款日期|收款时间|支付日期|付款時間|支付時間|付款日期時間|收款時間',
  },
  currency: {
    type: 'currency',
    names:
      'currency|currency code|order currency|ccy|통화|통화코드|화폐|화폐단위|결제통화|결제 통화|币种|货币|币别|订单币种|結算幣種|幣別|幣種|貨幣',
  },
  total: {
    type: 'amount',
    signed: true,
    names:
      'total|amount|order total|order amount|total amount|order value|grand total|total price|order total amount|payment amount|paid amount|amount paid|actual payment|trade assurance amount|sum|value|total minor|금액|총금액|총 금액|주문금액|주문 금액|주문 총액|총액|합계|합계금액|결제금액|결제 금액|실결제금액|거래금액|总金额|订单金额|订单总金额|总价|总额|金额|付款金额|支付金额|实付金额|合计|信保金额|總金額|訂單金額|訂單總金額|總價|總額|金額|付款金額|實付金額|合計',
  },
  kind: {
    type: 'choice',
    choices: {
      order: 'order|sale|invoice|주문|판매|매출|订单|销售|訂單|銷售',
      cancellation:
        'cancellation|cancel|canceled|cancelled|refund|return|credit note|credit|취소|환불|반품|取消|退款|退货|退貨',
      adjustment: 'adjustment|adjust|manual|fee|postage|조정|수수료|배송비|기타|调整|费用|运费|其他|調整|費用|運費',
    },
    names:
      'kind|type|order type|record type|transaction type|종류|유형|구분|주문유형|거래유형|类型|订单类型|交易类型|類型|訂單類型',
  },
  status: {
    type: 'choice',
    choices: {
      PENDING_PAYMENT:
        'pending payment|pending_payment|unpaid|awaiting payment|to be paid|waiting for payment|pending|결제전|입금대기|결제대기|미결제|미입금|待付款|等待付款|等待买家付款|未付款|待支付|等待買家付款',
      PAID: 'paid|payment received|payment confirmed|awaiting shipment|to ship|waiting for shipment|결제완료|결제 완료|입금완료|입금확인|已付款|待发货|等待发货|等待您发货|待發貨|等待發貨',
      PREPARING:
        'preparing|processing|in production|confirmed|상품준비중|준비중|생산중|처리중|备货中|处理中|生产中|備貨中|處理中|生產中',
      BACKORDERED: 'backordered|back order|on backorder|발주대기|缺货|缺貨',
      READY_TO_SHIP: 'ready to ship|ready_to_ship|packed|배송준비중|출고대기|출고준비|待出货|待出貨',
      PARTIALLY_SHIPPED: 'partially shipped|partially_shipped|partly shipped|부분배송|부분발송|部分发货|部分發貨',
      SHIPPED:
        'shipped|in transit|dispatched|sent|awaiting receipt|to receive|배송중|발송|발송완료|출고완료|출고|已发货|等待收货|等待买家收货|运输中|待收货|已發貨|運輸中|待收貨',
      DELIVERED: 'delivered|arrived|received|배송완료|도착|수령|已送达|已签收|已收货|已送達|已簽收|已收貨',
      COMPLETED:
        'completed|complete|finished|done|order completed|구매확정|완료|주문완료|거래완료|已完成|交易完成|交易成功|完成|订单完成|訂單完成',
      CLOSED: 'closed|거래종료|종료|交易结束|已结束|交易結束|已結束',
      CANCELLED:
        'cancelled|canceled|cancel|void|취소|취소됨|주문취소|취소완료|已取消|取消|订单关闭|交易关闭|已关闭|訂單關閉|交易關閉',
      EXPIRED: 'expired|timed out|미입금취소|기한만료|만료|超时关闭|已过期|已過期',
      REFUNDED: 'refunded|refund|returned|환불완료|환불|반품|已退款|退款|退货|退貨',
    },
    names:
      'status|order status|order_status|state|order state|payment status|trade assurance status|상태|주문상태|주문 상태|진행상태|처리상태|결제상태|状态|订单状态|交易状态|狀態|訂單狀態|交易狀態',
  },
  cancelled_at: {
    type: 'instant',
    names:
      'cancelled at|cancelled_at|canceled at|canceled_at|cancel date|cancellation date|date cancelled|cancelled|취소일|취소일시|취소 일시|取消时间|取消日期|关闭时间|取消時間|關閉時間',
  },
  reverses: {
    type: 'id',
    names:
      'reverses|reverses order|reverses_order_id|reverses order id|original order|original order id|cancels|cancels order|원주문번호|원 주문번호|취소 대상|취소 주문번호|원래 주문번호|原订单号|原订单|冲销订单|原訂單號|原訂單',
  },
} as const satisfies Record<string, FieldSpec>;

const BUYER = {
  ...BUYER_OF_ROW,
  buyer_external_id: {
    ...BUYER_OF_ROW.buyer_external_id,
    required: true,
    instead: ['email', 'phone', 'buyer_name', 'company'],
  },
} as const satisfies Record<string, FieldSpec>;

/** A file of orders, one row each. Cancellations and adjustments stand in rows of their own, or in the order's row. */
export const ORDERS = {
  external_id: { type: 'id', required: true, names: `id|external_id|no|번호|编号|編號|${ORDER_ID}` },
  ...BUYER,
  placed_at: { ...ORDER_FACTS.placed_at, required: true },
  paid_at: ORDER_FACTS.paid_at,
  currency: ORDER_FACTS.currency,
  total: { ...ORDER_FACTS.total, required: true },
  kind: ORDER_FACTS.kind,
  status: ORDER_FACTS.status,
  cancelled_at: ORDER_FACTS.cancelled_at,
  reverses: ORDER_FACTS.reverses,
  is_sample: {
    type: 'boolean',
    names: 'sample|is sample|is_sample|sample order|샘플|샘플 여부|샘플주문|样品|样品单|是否样品|樣品|樣品單|是否樣品',
  },
} as const satisfies Record<string, FieldSpec>;

/** A file of order lines; what it says of the order makes the order where it is not there yet. */
export const ORDER_LINES = {
  order_external_id: { type: 'id', required: true, names: `order_external_id|${ORDER_ID}` },
  line_number: {
    type: 'integer',
    names:
      'line|line no|line number|line_number|item no|item number|position|pos|행번호|라인번호|라인|순번|품목순번|项次|行号|序号|項次|行號|序號',
  },
  sku: {
    type: 'id',
    max: 80,
    names:
      'sku|sku code|product code|product_code|item code|item_code|model|model no|model number|part no|part number|article|article no|product id|variant|품번|상품코드|상품 코드|제품코드|제품 코드|품목코드|모델|모델명|모델번호|货号|商品编号|商品编码|产品编号|产品编码|型号|产品ID|貨號|商品編號|商品編碼|產品編號|型號',
  },
  description: {
    type: 'line',
    max: 500,
    required: true,
    instead: ['sku'],
    names:
      'description|product name|product_name|product|item|item name|item description|title|goods|goods name|상품명|제품명|품명|품목|품목명|상품|제품|내용|商品名称|产品名称|品名|商品|产品|货物名称|描述|商品名稱|產品名稱|產品|貨物名稱',
  },
  quantity: {
    type: 'integer',
    signed: true,
    required: true,
    names:
      'quantity|qty|units|pcs|pieces|order quantity|ordered|ordered quantity|수량|주문수량|주문 수량|개수|갯수|数量|订购数量|件数|數量|訂購數量|件數',
  },
  unit_price: {
    type: 'amount',
    signed: true,
    required: true,
    instead: ['line_total'],
    names:
      'unit price|unit_price|price|price per unit|unit cost|item price|each|unit price minor|단가|판매단가|가격|개당 가격|单价|价格|产品单价|單價|價格|產品單價',
  },
  line_total: {
    type: 'amount',
    signed: true,
    names:
      'line total|line_total|line amount|amount|subtotal|sub total|total|item total|extended price|total minor|금액|소계|공급가액|합계|품목 금액|金额|小计|合计|行金额|总价|金額|小計|合計|總價',
  },
  ...BUYER_OF_ROW,
  placed_at: ORDER_FACTS.placed_at,
  paid_at: ORDER_FACTS.paid_at,
  currency: ORDER_FACTS.currency,
  kind: ORDER_FACTS.kind,
  status: ORDER_FACTS.status,
  cancelled_at: ORDER_FACTS.cancelled_at,
} as const satisfies Record<string, FieldSpec>;
