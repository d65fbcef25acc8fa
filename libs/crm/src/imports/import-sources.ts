import type { ImportKind } from './import-fields.ts';

/** A platform or habit that files come from: where its messages belong, and what its columns mean where the usual names mislead. */
export interface ImportSourcePreset {
  readonly key: 'alibaba' | 'aliexpress' | 'spreadsheet';
  /** Platform of the channel that its external ids belong to. */
  readonly platform: 'alibaba' | 'aliexpress' | 'other';
  readonly kinds: readonly ImportKind[];
  /** Zone in which the platform writes its times; null: that of the workspace. */
  readonly timeZone: string | null;
  /** Currency of amounts that name none; null: that of the workspace. */
  readonly currency: string | null;
  /** kind -> field -> names of columns, `|` between them, that mean it in this platform's sheets. They go before the synonyms. */
  readonly columns: Partial<Readonly<Record<ImportKind, Readonly<Record<string, string>>>>>;
}

/** Presets by key. Alibaba.com and AliExpress write Pacific time and US dollars. */
export const IMPORT_SOURCES: readonly ImportSourcePreset[] = [
  {
    key: 'alibaba',
    platform: 'alibaba',
    kinds: ['buyers', 'inquiries', 'orders', 'order_lines', 'products'],
    timeZone: 'America/Los_Angeles',
    currency: 'USD',
    columns: {
      buyers: {
        external_id: 'Member ID|Buyer Member ID|会员ID|会员登录ID|客户ID',
        name: 'Buyer Name|Contact Name|客户姓名|买家姓名|联系人',
        platform_level: 'Buyer Level|L1-L4|Buyer Badge|客户等级|买家等级|买家标签',
        annual_purchase: 'Annual Purchasing Volume|Annual Procurement|年采购额|年采购量',
        created_at: 'Date Added|Added Time|First Contact Time|建档时间|添加时间',
        owner_email: 'Owner|Subaccount|Sub-account|跟进人|业务员|子账号',
        tags: 'Groups|Customer Group|分组|客户分组|标签',
      },
      inquiries: {
        external_id: 'Inquiry ID|Inquiry No.|RFQ ID|询盘ID|询盘编号|询价单号',
        conversation_id: 'Conversation ID|Chat ID|会话ID|TM ID',
        received_at: 'Inquiry Time|Inquiry Date|Created Time|询盘时间|创建时间|询盘日期',
        message: 'Inquiry Content|Inquiry Details|Message|询盘内容|询盘|消息内容',
        subject: 'Inquiry Title|Subject|询盘标题|主题',
        buyer_external_id: 'Member ID|Buyer Member ID|Buyer ID|会员ID|买家会员ID|买家ID',
        buyer_name: 'Buyer Name|Buyer|买家姓名|买家|客户姓名',
        platform_level: 'Buyer Level|L1-L4|买家等级|客户等级',
        product: 'Inquired Product|Product Name|询盘产品|产品名称',
        quantity: 'Quantity Required|Purchase Quantity|采购数量|数量',
      },
      orders: {
        external_id:
          'Order ID|Order No.|Trade Assurance Order No.|TA Order Number|订单号|订单编号|信保订单号|信用保障订单号',
        buyer_external_id: 'Member ID|Buyer Member ID|Buyer ID|买家会员ID|会员ID|买家ID',
        buyer_name: 'Buyer|Buyer Name|买家|买家姓名|买家名称',
        placed_at: 'Order Created Time|Order Date|Creation Time|订单创建时间|下单时间|创建时间',
        paid_at: 'Initial Payment Received|Payment Received Time|Payment Time|付款时间|首款到账时间|收款时间',
        total: 'Order Total|Trade Assurance Amount|Total Order Amount|Order Amount|订单总金额|订单金额|信保金额',
        status: 'Order Status|Trade Assurance Status|订单状态|交易状态',
      },
      order_lines: {
        order_external_id: 'Order ID|Order No.|Trade Assurance Order No.|订单号|订单编号|信保订单号',
        description: 'Product Name|Product|产品名称|商品名称',
        sku: 'SKU|Model Number|Product ID|型号|商品编码',
        quantity: 'Quantity|数量',
        unit_price: 'Unit Price|单价',
      },
      products: {
        code: 'Product ID|Model Number|Model No.|产品ID|型号|产品编号',
        name: 'Subject|Product Name|Product Title|产品名称|产品标题',
        category: 'Category|Group|类目|产品分组',
        moq: 'Min. Order|Min. Order Quantity|MOQ|最小起订量|起订量',
        price: 'FOB Price|Unit Price|Price|FOB价|价格',
      },
    },
  },
  {
    key: 'aliexpress',
    platform: 'aliexpress',
    kinds: ['buyers', 'inquiries', 'orders', 'order_lines', 'products'],
    timeZone: 'America/Los_Angeles',
    currency: 'USD',
    columns: {
      buyers: {
        external_id: 'Buyer ID|Buyer Login ID|买家ID|买家账号',
        name: 'Buyer Name|Receiver Name|Recipient|买家名称|收货人名称|收货人',
        country: 'Country|Country/Region|收货国家|国家',
        phone: 'Mobile Phone|Phone|手机|联系电话',
      },
      inquiries: {
        external_id: 'Message ID|消息ID',
        conversation_id: 'Session ID|Channel ID|会话ID',
        received_at: 'Message Time|Sent Time|发送时间|消息时间',
        message: 'Message Content|Content|消息内容|内容',
        buyer_external_id: 'Buyer ID|Buyer Login ID|买家ID|买家账号',
        buyer_name: 'Buyer Name|Buyer|买家名称|买家',
        direction: 'Sender|Sender Type|发送方|发送人',
      },
      orders: {
        external_id: 'Order ID|Order No.|订单号|订单编号',
        buyer_external_id: 'Buyer ID|Buyer Login ID|Buyer Account|买家ID|买家账号',
        buyer_name: 'Buyer Name|Recipient|Receiver Name|买家名称|收货人名称|收货人',
        email: 'Buyer Email|Email|买家邮箱',
        placed_at: 'Order Creation Time|Creation Time|Order Time|下单时间|订单创建时间',
        paid_at: 'Payment Time|Paid Time|付款时间',
        total: 'Order Amount|Order Total Amount|Total Amount|订单金额|订单总金额',
        status: 'Order Status|订单状态',
        country: 'Country|Country/Region|收货国家|国家',
      },
      order_lines: {
        order_external_id: 'Order ID|Order No.|订单号|订单编号',
        description: 'Product Name|Item|商品名称|产品名称',
        sku: 'SKU Code|Seller SKU|Product ID|商品编码|SKU编码',
        quantity: 'Quantity|Product Quantity|数量|商品数量',
        unit_price: 'Unit Price|Product Price|商品单价|单价',
      },
      products: {
        code: 'Product ID|商品ID|产品ID',
        name: 'Title|Product Title|商品标题|产品标题',
        sku: 'SKU Code|SKU编码|商品编码',
        price: 'Price|Retail Price|零售价|价格',
      },
    },
  },
  {
    key: 'spreadsheet',
    platform: 'other',
    kinds: ['buyers', 'contacts', 'inquiries', 'orders', 'order_lines', 'products', 'knowledge'],
    timeZone: null,
    currency: null,
    columns: {},
  },
];

/** The preset of a source; a source of the workspace's own has none. */
export function presetOf(source: string): ImportSourcePreset | null {
  return IMPORT_SOURCES.find(({ key }) => key === source) ?? null;
}
